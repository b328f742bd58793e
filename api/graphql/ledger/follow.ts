import type { EventFilter } from "../../read/filters.ts";
import type { EventRow, MetaRow } from "../../read/rows/ledger.ts";
import type { Context } from "../core/context.ts";

const BATCH = 500;

/** The state of the index, now and after each move, until the reader goes or the server stops. */
export async function* followHeads({ heads, signal }: Context): AsyncGenerator<MetaRow> {
  let meta: MetaRow | null = heads.current;
  while (meta) {
    yield meta;
    meta = await heads.after(meta.block, signal);
  }
}

/** Events strictly after a cursor, read from the index in order; new ones when the index has moved on. */
export async function* followEvents(
  after: string | null,
  filter: EventFilter,
  { read, heads, signal }: Context,
): AsyncGenerator<EventRow> {
  let { block } = heads.current;
  let cursor = after ?? `block:${block}`;
  for (;;) {
    const events = await read.ledger.eventsAfter(cursor, filter, BATCH);
    for (const event of events) {
      yield event;
      cursor = event.cursor;
    }
    if (events.length === BATCH) continue;
    // Everything up to this block was seen; a filter that few events pass need not look there again.
    cursor = later(cursor, block);
    const head = await heads.after(block, signal);
    if (!head) return;
    // A development chain took blocks back: what stands there now is new.
    if (head.block < block) cursor = `block:${head.block}`;
    block = head.block;
  }
}

/** The end of the block, unless the cursor is beyond it already. */
function later(cursor: string, block: number): string {
  const at = Number(cursor.startsWith("block:") ? cursor.slice(6) : cursor.split(":")[0]);
  return at > block ? cursor : `block:${block}`;
}
