import type { ActionRow } from "../../read/rows/log.ts";
import type { Context } from "../core/context.ts";

const BATCH = 500;

/**
 * Entries of a service's log strictly after an index, in the log's order; new ones when they are anchored and their
 * bundle is read. An entry that cannot be had is waited for: none is ever left out.
 */
export async function* followActions(
  name: string,
  after: number | null,
  { read, heads, signal }: Context,
): AsyncGenerator<ActionRow> {
  let head = heads.current;
  let next = after === null ? ((await read.log.service(name, null))?.size ?? 0) : after + 1;
  for (;;) {
    const actions = await read.log.actionsFrom(name, next, BATCH);
    for (const action of actions) {
      yield action;
      next = action.index + 1;
    }
    if (actions.length === BATCH) continue;
    const moved = await heads.changed(head.version, signal);
    if (!moved) return;
    // A development chain took blocks back: what stands there now is new.
    if (moved.block < head.block)
      next = Math.min(next, (await read.log.service(name, moved.block))?.size ?? 0);
    head = moved;
  }
}
