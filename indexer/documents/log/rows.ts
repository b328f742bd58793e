import { CID } from "multiformats/cid";
import { equalBytes, toHex } from "../../../sdk/hex.ts";
import type { PublishedEntry } from "../../../sdk/log/bundle/index.ts";
import { payloadErased } from "../../../sdk/log/common/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { ActionRecord, SealedRecord } from "../../../sdk/log/record/index.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { FatalError } from "../../errors/index.ts";
import type { RowOf } from "../../store/schema/table.ts";
import type { action } from "../../store/tables/log/actions.ts";

const DAY = 86_400_000_000;
/** Thailand keeps UTC+7 all year. */
const BANGKOK = 7 * 3_600_000_000;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Days since 1 January 1970 in Bangkok. @param ts Unix microseconds */
export const dayOf = (ts: bigint): number => Math.floor((Number(ts) + BANGKOK) / DAY);

/** Few schemas name the CIDs of all records. */
const schemas = new Map<string, Uint8Array>();
const MOST_SCHEMAS = 1_000;

function schemaBytes(cid: string): Uint8Array {
  let bytes = schemas.get(cid);
  if (bytes) return bytes;
  if (schemas.size >= MOST_SCHEMAS) schemas.clear();
  schemas.set(cid, (bytes = CID.parse(cid).bytes));
  return bytes;
}

/** The index of the entry whose payload was erased; null of any other record. */
function erased({ type, data }: ActionRecord): bigint | null {
  const { index } = data;
  return type === payloadErased.type && Number.isSafeInteger(index) && Number(index) >= 0
    ? BigInt(index as number)
    : null;
}

/** @throws FatalError INDEX_LOG_ENTRY for bytes that are not the canonical JSON of a record of this service */
function sealed({ index, bytes }: PublishedEntry, service: string): SealedRecord & { readonly text: string } {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new FatalError("INDEX_LOG_ENTRY", { service, index, reason }, cause);
  };
  try {
    const text = utf8.decode(bytes);
    const found = sealRecord(JSON.parse(text));
    if (!equalBytes(found.bytes, bytes)) refuse("it is not canonical JSON");
    if (found.record.service !== service) refuse("it names another service");
    return { ...found, text };
  } catch (error) {
    if (error instanceof FatalError) throw error;
    return refuse(error instanceof ProngsaiError ? error.code : "it is no JSON", error);
  }
}

/**
 * The row of an entry.
 *
 * @param service number and name of its service
 * @throws FatalError INDEX_LOG_ENTRY
 */
export function actionRow(
  actionId: bigint,
  service: { readonly number: number; readonly name: string },
  entry: PublishedEntry,
): RowOf<typeof action> {
  const { record, leaf, text } = sealed(entry, service.name);
  const { actor } = record;
  return {
    action_id: actionId,
    service: service.number,
    index: BigInt(entry.index),
    type: record.type,
    agency: record.agency,
    submitter: record.submitter,
    client_seq: BigInt(record.clientSeq),
    ts: BigInt(Date.parse(record.ts)) * 1_000n,
    subject: record.subject,
    role: "role" in actor ? actor.role : null,
    pseudonym: "pseudonym" in actor ? actor.pseudonym : null,
    schema_cid: toHex(schemaBytes(record.schema)),
    payload: record.payload?.commit ?? null,
    supersedes: record.supersedes === undefined ? null : BigInt(record.supersedes),
    erases: erased(record),
    leaf: toHex(leaf),
    record: text,
  };
}
