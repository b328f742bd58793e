import { fromHex } from "../../../sdk/hex.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import type { NamedEntry } from "../check/own-entries.ts";
import type { Int8, Queryable } from "../store/queryable.ts";
import { readEntries } from "./entries.ts";

/** Erasures as the intake keeps them; the mirror knows those that were logged before it did. */
const ERASED = `SELECT index FROM intake.erased WHERE log = $1 AND index = ANY($2)
  UNION SELECT a.erases FROM mirror.action a WHERE a.erases = ANY($2)
    AND a.service = (SELECT s.number FROM mirror.service s WHERE s.service = $3)`;

/**
 * What must be known of entries that others replace or erase, by index. Entries that are not there are left out.
 *
 * @param log number in the intake's tables @param service its id, `0x…`
 */
export async function readNamedEntries(
  database: Queryable,
  { log, service }: { readonly log: number; readonly service: string },
  indexes: readonly number[],
): Promise<Map<number, NamedEntry>> {
  const found = new Map<number, NamedEntry>();
  if (indexes.length === 0) return found;
  const values = [log, indexes, Buffer.from(fromHex(service, 32))];
  const { rows } = await database.query<{ index: Int8 }>(ERASED, values);
  const erased = new Set(rows.map(({ index }) => Number(index)));
  for (const index of indexes)
    for await (const { bytes } of readEntries(database, log, index, index + 1)) {
      const { submitter, payload } = JSON.parse(Buffer.from(bytes).toString("utf8")) as ActionRecord;
      found.set(index, { submitter, hasPayload: payload !== undefined, erased: erased.has(index) });
    }
  return found;
}
