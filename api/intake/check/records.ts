import { refusePersonalData } from "../../../sdk/log/personal-data/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { ActionRecord, SealedRecord } from "../../../sdk/log/record/index.ts";
import { intakeError } from "../errors/intake-error.ts";
import type { Schema, Schemas } from "../known/schemas.ts";
import type { KnownService } from "../known/service.ts";
import { located, pathIn } from "./located.ts";

/** Who sends, by address and key. */
export interface Sender {
  readonly service: KnownService;
  readonly submitter: string;
}

/** How far ahead of the gateway's clock a record's time may be, and how long ago, in seconds. */
const LATEST = 300;
const EARLIEST = 366 * 86_400;
/** How long before it was registered a service may have begun, in seconds: a past that it did not have is not painted. */
const BEFORE_REGISTRATION = 86_400;

const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

function checkSender(record: ActionRecord, { service, submitter }: Sender, index: number): void {
  const other = (member: keyof ActionRecord, expected: unknown) =>
    intakeError("LOG_INTAKE_RECORD_OTHER", { path: pathIn(index, member), index, expected });
  if (record.service !== service.name) throw other("service", service.name);
  if (record.agency !== service.agency) throw other("agency", service.agency);
  if (record.submitter !== submitter) throw other("submitter", submitter);
}

function checkTime({ ts }: ActionRecord, { service }: Sender, now: number, index: number): void {
  const time = Date.parse(ts) / 1_000;
  const earliest = Math.max(now - EARLIEST, service.registeredAt - BEFORE_REGISTRATION);
  if (time > now + LATEST || time < earliest) {
    const limits = { earliest: iso(earliest), latest: iso(now + LATEST) };
    throw intakeError("LOG_INTAKE_TIME", { path: pathIn(index, "ts"), index, ...limits });
  }
}

/** The CID of the schema that the record must obey. */
function schemaOf(record: ActionRecord, { service }: Sender, now: number, index: number): string {
  const type = service.types.get(record.type);
  if (!type) throw intakeError("LOG_INTAKE_TYPE_UNKNOWN", { path: pathIn(index, "type"), index });
  const until = type.schemas.get(record.schema);
  if (until === undefined || now > until) {
    // A schema that the type never had, as far as is known, may be one that it gets: the sender can wait for that.
    const details = { index, expected: type.newest, replaced: until !== undefined };
    throw intakeError("LOG_INTAKE_SCHEMA_OLD", { path: pathIn(index, "schema"), ...details });
  }
  return record.schema;
}

function checkData({ data, schema: cid }: ActionRecord, schema: Schema, index: number): void {
  const path = pathIn(index, "schema");
  if ("absent" in schema) throw intakeError("LOG_INTAKE_SCHEMA_ABSENT", { path, index, cid });
  if ("unusable" in schema)
    throw intakeError("LOG_INTAKE_SCHEMA_UNUSABLE", { path, index, cid, reason: schema.unusable });
  const fault = schema.check(data);
  if (fault)
    throw intakeError("LOG_INTAKE_DATA", {
      path: pathIn(index, "data", ...fault.steps),
      index,
      keyword: fault.keyword,
    });
}

function seal(value: unknown, index: number): SealedRecord {
  try {
    return sealRecord(value);
  } catch (error) {
    throw located(error, index);
  }
}

function checkPersonal(record: ActionRecord, index: number): void {
  try {
    refusePersonalData(record);
  } catch (error) {
    throw located(error, index);
  }
}

/**
 * The records of a request, each known to be one that the service's log takes from this sender now; whether their numbers
 * go on, and whether what they name exists, is the log's to say. The first that cannot be taken refuses all.
 *
 * @param now Unix seconds
 * @throws ProngsaiError LOG_RECORD_…, LOG_PERSONAL_DATA, LOG_INTAKE_RECORD_OTHER, _TYPE_UNKNOWN, _SCHEMA_OLD,
 * _SCHEMA_ABSENT, _SCHEMA_UNUSABLE, _DATA, _TIME; details name index and path, never a value
 */
export async function checkRecords(
  values: readonly unknown[],
  sender: Sender,
  schemas: Schemas,
  now: number,
): Promise<SealedRecord[]> {
  const sealed: SealedRecord[] = [];
  for (let index = 0; index < values.length; index++) {
    const one = seal(values[index], index);
    const { record } = one;
    checkSender(record, sender, index);
    const cid = schemaOf(record, sender, now, index);
    // Awaiting what is known already would give up the thread for each record.
    checkData(record, schemas.known(cid) ?? (await schemas.read(cid)), index);
    checkPersonal(record, index);
    checkTime(record, sender, now, index);
    sealed.push(one);
  }
  return sealed;
}
