import { sdkError } from "../../errors/sdk.ts";
import { SubmissionError } from "../client/submission-error.ts";
import type { Problem } from "../client/submission-error.ts";
import { submitOnce } from "../client/submit.ts";
import type { ProngsaiError } from "../../errors.ts";
import type { Gateway, Writer } from "../client/writer.ts";
import { nextBatch } from "./batch.ts";
import type { Batch, BatchLimits, SendingWriter } from "./batch.ts";
import type { OutboxDatabase } from "./database.ts";
import { acknowledge, changeAgency, hasAcknowledged, release, renumber, setAside } from "./outcome.ts";
import { isForGood } from "./refusals.ts";
import { refusedOf } from "./state.ts";

/** Whose outbox is sent, and where to. */
export interface Sending {
  readonly database: OutboxDatabase;
  readonly writer: SendingWriter;
  readonly gateway: Gateway;
  readonly limits?: Partial<BatchLimits>;
  /** told of each action that was set aside: LOG_OUTBOX_REFUSED */
  readonly onRefused?: (error: ProngsaiError) => void;
}

const LIMITS: BatchLimits = { records: 100, characters: 400_000, lease: 35 };

/** The record that is refused for good, by its place in the batch. */
function refusedAt(problem: Problem, batch: Batch): number | undefined {
  const { index } = problem.details;
  const isOurs = typeof index === "number" && batch.ids[index] !== undefined && batch.ids[index] !== 0n;
  return isForGood(problem) && isOurs ? index : undefined;
}

/** The number that the log waits for, when it refused the batch's. */
function expectedBy({ code, details }: Problem): number | undefined {
  const { expected } = details;
  return /^LOG_INTAKE_SEQUENCE_/.test(code) && Number.isSafeInteger(expected) ? Number(expected) : undefined;
}

/** What says that the records name another agency than the service's, and which one that is. */
function agencyExpectedBy({ code, details }: Problem): unknown {
  const { path, expected } = details;
  return code === "LOG_INTAKE_RECORD_OTHER" && /\bagency$/.test(String(path)) ? expected : undefined;
}

/** LOG_OUTBOX_REFUSED when any action of the writer is set aside; else undefined. */
export async function refusedFault(
  database: OutboxDatabase,
  writer: Sending["writer"],
): Promise<ProngsaiError | undefined> {
  const { count, code } = await database.transaction((client) => refusedOf(client, writer));
  return count === 0 ? undefined : sdkError("LOG_OUTBOX_REFUSED", { ...nameOf(writer), count, code });
}

/** Mends what can be mended without a person, else throws. */
async function mend(
  { database, writer, onRefused }: Sending,
  batch: Batch,
  error: SubmissionError,
): Promise<void> {
  const { problem } = error;
  let isSetAside = false;
  const fault = await database.transaction(async (client) => {
    const at = problem && refusedAt(problem, batch);
    if (problem && at !== undefined) {
      await setAside(client, writer, batch, at, problem);
      isSetAside = true;
      return;
    }
    const agency = problem && agencyExpectedBy(problem);
    const isOld = batch.records.some((record) => record.agency !== (writer.agency ?? record.agency));
    if (agency !== undefined && isOld) return await changeAgency(client, writer, batch, writer.agency!);
    const expected = problem && expectedBy(problem);
    // An outbox that was never answered does not know the number; the log does.
    if (expected !== undefined && !(await hasAcknowledged(client, writer)))
      return await renumber(client, writer, batch, expected);
    await release(client, writer, batch, problem ?? null);
    if (agency !== undefined) {
      const found = batch.records[0]!.agency;
      return sdkError("LOG_OUTBOX_AGENCY", { ...nameOf(writer), found, expected: agency }, error);
    }
    if (expected === undefined) return error;
    return sdkError("LOG_OUTBOX_BEHIND", { ...nameOf(writer), found: batch.firstSeq, expected }, error);
  });
  if (fault) throw fault;
  if (!isSetAside || !onRefused) return;
  const refused = await refusedFault(database, writer);
  if (refused) onRefused(refused);
}

const nameOf = ({ service, submitter }: Sending["writer"]) => ({ service, submitter });

/**
 * Sends what is to be sent next, once. Safe with any number of senders, and whenever it dies: a batch is durable before
 * it is sent, and every attempt sends the same bytes under the same key, for which the log gives the same answer.
 *
 * @returns `sent` when there may be more
 * @throws SubmissionError when the gateway could not be asked or refused; the batch waits for the next attempt.
 * ProngsaiError LOG_OUTBOX_BEHIND, LOG_OUTBOX_AGENCY when a person must look
 */
export async function sendNext(sending: Sending): Promise<"sent" | "nothing" | "busy"> {
  const { database, writer, gateway } = sending;
  const limits = { ...LIMITS, ...sending.limits };
  const next = await database.transaction((client) => nextBatch(client, writer, limits));
  if (next === "nothing" || next === "busy") return next;
  try {
    const { service } = writer;
    const { records, idempotencyKey } = next;
    const promise = await submitOnce(gateway, { service, records, idempotencyKey });
    await database.transaction((client) => acknowledge(client, writer, next, promise));
  } catch (error) {
    if (!(error instanceof SubmissionError)) throw error;
    await mend(sending, next, error);
  }
  return "sent";
}

/**
 * Goes on from the number that the log waits for, after a person found out that nothing of the open batch is logged: its
 * records, and all that wait, get numbers from `from` on. The open batch must not be leased to a sender.
 */
export async function resumeOutbox(
  database: OutboxDatabase,
  writer: Pick<Writer, "service" | "submitter">,
  from: number,
): Promise<void> {
  await database.transaction(async (client) => {
    const open = await nextBatch(client, writer, { ...LIMITS, lease: 0 });
    if (typeof open === "object") await renumber(client, writer, open, from);
  });
}
