/** Requests that register, list and remove webhooks. */
import { randomUUID } from "node:crypto";
import { signRequest } from "../../../sdk/log/http-signature/index.ts";
import type { Submitter } from "../log/intake-world.ts";

export interface Managed {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Record<string, unknown>;
}

export interface Managing {
  readonly api: string;
  readonly service: string;
  readonly submitter: Submitter;
  readonly method?: "GET" | "POST" | "DELETE";
  readonly id?: string;
  readonly json?: unknown;
  /** the body as it is, instead of `json` */
  readonly text?: string;
}

export async function signedManaging(managing: Managing): Promise<{ url: string; init: RequestInit }> {
  const { api, service, submitter, method = "GET", id, json } = managing;
  const text = managing.text ?? (json === undefined ? undefined : JSON.stringify(json));
  const url = `${api}/v1/services/${service}/webhooks${id === undefined ? "" : `/${id}`}`;
  const body = new TextEncoder().encode(text ?? "");
  const fields = await signRequest({ method, url, body, idempotencyKey: randomUUID() }, submitter);
  if (text === undefined) return { url, init: { method, headers: fields } };
  return { url, init: { method, headers: { "content-type": "application/json", ...fields }, body } };
}

export async function sendManaging({ url, init }: { url: string; init: RequestInit }): Promise<Managed> {
  const response = await fetch(url, init);
  const text = await response.text();
  const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
  return { status: response.status, code: body["code"] as string | undefined, body };
}

export const manage = async (managing: Managing): Promise<Managed> =>
  await sendManaging(await signedManaging(managing));
