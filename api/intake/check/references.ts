import type { ActionRecord, SealedRecord } from "../../../sdk/log/record/index.ts";
import { payloadErased } from "../../../sdk/log/common/index.ts";
import type { Step } from "../../../sdk/log/json-path.ts";
import { intakeError } from "../errors/intake-error.ts";
import { pathIn } from "./located.ts";

/** Entries of a log that a record names. */
interface Named {
  readonly steps: readonly Step[];
  /** undefined: the record's own service */
  readonly service: string | undefined;
  readonly index: number;
}

function namedBy({ refs, supersedes, type, data }: ActionRecord): Named[] {
  const named: Named[] = [];
  if (supersedes !== undefined) named.push({ steps: ["supersedes"], service: undefined, index: supersedes });
  refs?.forEach((ref, at) => {
    if (!("index" in ref)) return;
    const service = "service" in ref ? ref.service : undefined;
    named.push({ steps: ["refs", at, "index"], service, index: ref.index });
  });
  if (type === payloadErased.type)
    named.push({ steps: ["data", "index"], service: undefined, index: data["index"] as number });
  return named;
}

/**
 * Nothing, when every entry that the records name is in its log. A public document that is named by its CID is not
 * looked for: it may be published later.
 *
 * @param sizeOf number of entries of a service's log, of the records' own when no service is named
 * @throws ProngsaiError LOG_INTAKE_REFERENCE
 */
export function checkReferences(
  records: readonly SealedRecord[],
  sizeOf: (service: string | undefined) => number,
): void {
  for (let at = 0; at < records.length; at++) {
    for (const { steps, service, index } of namedBy(records[at]!.record)) {
      const size = sizeOf(service);
      if (index >= size)
        throw intakeError("LOG_INTAKE_REFERENCE", { path: pathIn(at, ...steps), index: at, size });
    }
  }
}
