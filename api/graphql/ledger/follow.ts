import type { EventFilter } from "../../read/filters.ts";
import type { EventRow, MetaRow } from "../../read/rows/ledger.ts";
import type { Context } from "../core/context.ts";

const BATCH = 500;

/** The state of the index, now and after each move, until the reader goes. */
export async function* followHeads({ heads, signal }: Context): AsyncGenerator<MetaRow> {
  let meta = heads.current;
  for (;;) {
    yield meta;
    try {
      meta = await heads.after(meta.block, signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
  }
}

/** Events strictly after a cursor, read from the index in order; new ones when the index has moved on. */
export async function* followEvents(
  after: string | null,
  filter: EventFilter,
  { read, heads, signal }: Context,
): AsyncGenerator<EventRow> {
  let cursor = after ?? `block:${heads.current.block}`;
  for (;;) {
    const { block } = heads.current;
    const events = await read.ledger.eventsAfter(cursor, filter, BATCH);
    for (const event of events) {
      yield event;
      cursor = event.cursor;
    }
    if (events.length === BATCH) continue;
    try {
      await heads.after(block, signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
  }
}
