import { payloadErased } from "../../../sdk/log/common/index.ts";
import type { ActionRecord, SealedRecord } from "../../../sdk/log/record/index.ts";
import { intakeError } from "../errors/intake-error.ts";
import { pathIn } from "./located.ts";

/** An entry of the same log that a record replaces, or whose payload it says was erased. */
export interface NamedEntry {
  readonly submitter: string;
  readonly hasPayload: boolean;
  /** whether an entry that is durable says that its payload was erased */
  readonly erased: boolean;
}

/** The entry whose payload was erased; undefined for every other record. */
export const erasedBy = ({ type, data }: ActionRecord): number | undefined =>
  type === payloadErased.type ? (data["index"] as number) : undefined;

/** Entries of the records' own log that must be looked at before the records can be taken; none of most requests. */
export function entriesToRead(records: readonly SealedRecord[]): number[] {
  const named = new Set<number>();
  for (const { record } of records)
    for (const index of [record.supersedes, erasedBy(record)]) if (index !== undefined) named.add(index);
  return [...named];
}

/**
 * Nothing, when records replace and erase only what their own submitter wrote, and erase only payloads that are there. A
 * writer speaks for itself: that another one's payload is gone, or its entry wrong, would be believed by whoever audits,
 * and stand there for ever. An agency that has another system erase gives it a key under the same label.
 *
 * @param entries what is known of `entriesToRead`
 * @param erasing entries whose erasure waits to become durable
 * @throws ProngsaiError LOG_INTAKE_REFERENCE, LOG_INTAKE_OTHER_WRITER, LOG_INTAKE_ERASURE
 */
export function checkOwnEntries(
  records: readonly SealedRecord[],
  submitter: string,
  entries: ReadonlyMap<number, NamedEntry>,
  erasing: ReadonlySet<number>,
  size: number,
): void {
  const before = new Set<number>();
  for (const [at, { record }] of records.entries()) {
    const own = (index: number, path: string): NamedEntry => {
      const entry = entries.get(index);
      if (!entry) throw intakeError("LOG_INTAKE_REFERENCE", { path, index: at, size });
      if (entry.submitter !== submitter)
        throw intakeError("LOG_INTAKE_OTHER_WRITER", { path, index: at, entry: index });
      return entry;
    };
    if (record.supersedes !== undefined) own(record.supersedes, pathIn(at, "supersedes"));
    const index = erasedBy(record);
    if (index === undefined) continue;
    const path = pathIn(at, "data", "index");
    const { hasPayload, erased } = own(index, path);
    const again = erased || erasing.has(index) || before.has(index);
    if (!hasPayload || again)
      throw intakeError("LOG_INTAKE_ERASURE", { path, index: at, entry: index, again });
    before.add(index);
  }
}
