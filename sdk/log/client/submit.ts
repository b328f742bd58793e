import { signRequest } from "../http-signature/index.ts";
import type { SignedPromise } from "../promise/signed.ts";
import { recordBytes } from "../record/index.ts";
import type { ActionRecord } from "../record/index.ts";
import { promiseIn } from "./promise-answer.ts";
import { SubmissionError, refusalOf } from "./submission-error.ts";
import type { Gateway } from "./writer.ts";

const TIMEOUT = 30_000;

/** Records in the form in which they are sent: the same records give the same bytes. */
export interface Submission {
  readonly service: string;
  /** 1 to 1,000, their numbers running on */
  readonly records: readonly ActionRecord[];
  /** 1–128 printable ASCII characters; the same for every attempt to send these records, and for no others */
  readonly idempotencyKey: string;
}

const addressOf = ({ url }: Pick<Gateway, "url">, service: string) =>
  new URL(`/v1/services/${service}/actions`, url).href;

const [OPEN, COMMA, CLOSE] = [0x5b, 0x2c, 0x5d];

/** `[a,b,c]` */
function bodyOf(records: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(records.reduce((sum, { length }) => sum + length + 1, 1));
  let at = 0;
  for (const bytes of records) {
    body[at] = at === 0 ? OPEN : COMMA;
    body.set(bytes, at + 1);
    at += bytes.length + 1;
  }
  body[at] = CLOSE;
  return body;
}

/**
 * Signs records and hands them in, once. The promise that comes back is checked against what was sent.
 *
 * @throws SubmissionError; ProngsaiError LOG_RECORD_… when a record has no canonical form
 */
export async function submitOnce(
  gateway: Gateway,
  { service, records, idempotencyKey }: Submission,
): Promise<SignedPromise> {
  const url = addressOf(gateway, service);
  const bytes = records.map(recordBytes);
  const body = bodyOf(bytes);
  // Signed for each attempt: a signature is good for five minutes, its nonce for one request.
  const fields = await signRequest({ method: "POST", url, body, idempotencyKey }, gateway.signer);
  const headers = { ...fields, "content-type": "application/json", "accept-language": "en" };
  let answer: unknown;
  try {
    const signal = AbortSignal.timeout(gateway.timeout ?? TIMEOUT);
    const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "error" });
    if (!response.ok) throw await refusalOf(url, response);
    answer = await response.json();
  } catch (error) {
    if (error instanceof SubmissionError) throw error;
    const { cause, message, name } = error as Error & { cause?: { code?: string } };
    const reason = name === "TimeoutError" ? "timeout" : (cause?.code ?? message);
    throw new SubmissionError(
      "LOG_SUBMISSION_UNREACHABLE",
      { url, reason },
      { retryable: true, cause: error },
    );
  }
  return promiseIn(answer, { url, service, records: bytes }, gateway.trust);
}
