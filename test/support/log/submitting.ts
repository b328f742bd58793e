/** Requests to the intake, as services send them and as nobody should. */
import { randomUUID } from "node:crypto";
import type { Json } from "../../../sdk/canonical-json.ts";
import { signRequest } from "../../../sdk/log/http-signature/index.ts";
import type { LogAnswer } from "../../../sdk/log/promise/answer.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { AGENCY, NOTE } from "./intake-world.ts";
import type { Submitter } from "./intake-world.ts";

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** of a problem document */
  readonly code: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  /** of an answer 201 */
  readonly answer: LogAnswer;
}

export interface Sending {
  readonly url: string;
  readonly service: string;
  readonly submitter: Submitter;
  readonly records: unknown;
  readonly idempotencyKey?: string;
  readonly created?: number;
  readonly nonce?: string;
  /** sent instead of the JSON of the records */
  readonly body?: Uint8Array;
  /** fields put in place of the right ones, after signing; undefined takes one away */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** after the path, signed too */
  readonly query?: string;
}

/** A record of `note.written`, or of what `more` makes of it. */
export const record = (
  service: string,
  submitter: string,
  clientSeq: number,
  schema: string,
  more: Partial<ActionRecord> = {},
): ActionRecord => ({
  v: 1,
  service,
  agency: AGENCY,
  type: NOTE,
  schema,
  submitter,
  clientSeq,
  ts: new Date().toISOString(),
  subject: null,
  actor: { role: "clerk" },
  data: { text: `note ${clientSeq}` },
  ...more,
});

/** Everything of the request but the sending. */
export async function signed(sending: Sending): Promise<{ url: string; init: RequestInit }> {
  const { service, submitter, records, query = "" } = sending;
  const url = `${sending.url}/v1/services/${service}/actions${query}`;
  const body = sending.body ?? new TextEncoder().encode(JSON.stringify(records as Json));
  const { key, keyId } = submitter;
  const fields = await signRequest(
    { method: "POST", url, body, idempotencyKey: sending.idempotencyKey ?? randomUUID() },
    {
      key,
      keyId,
      ...(sending.created !== undefined && { created: sending.created }),
      ...(sending.nonce !== undefined && { nonce: sending.nonce }),
    },
  );
  const headers = { "content-type": "application/json", ...fields, ...sending.headers };
  const given = Object.entries(headers).filter(([, value]) => value !== undefined) as [string, string][];
  return { url, init: { method: "POST", headers: given, body: body as BodyInit } };
}

export async function send({ url, init }: { url: string; init: RequestInit }): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  const { code, details = {} } = (text.startsWith("{") ? JSON.parse(text) : {}) as Partial<Answered>;
  const answer = (response.status === 201 ? JSON.parse(text) : undefined) as LogAnswer;
  return { status: response.status, text, headers: response.headers, code, details, answer };
}

export const submit = async (sending: Sending): Promise<Answered> => await send(await signed(sending));
