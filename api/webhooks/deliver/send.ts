import type { LookupAddress, LookupOptions } from "node:dns";
import { request as overHttp } from "node:http";
import type { RequestOptions } from "node:http";
import { request as overHttps } from "node:https";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { signRequest } from "../../../sdk/log/http-signature/index.ts";
import type { RequestSigner } from "../../../sdk/log/http-signature/index.ts";
import { resolvePublic } from "../address/resolve.ts";
import type { Reach } from "../address/url.ts";
import { webhookError } from "../errors/webhook-error.ts";

export interface Delivery {
  readonly url: string;
  readonly body: Buffer;
  readonly idempotencyKey: string;
}

export interface SendOptions {
  readonly signer: RequestSigner;
  readonly reach: Reach;
  /** seconds until the receiver must have answered, from the look-up of its name on */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

type LookupCallback = (error: null, address: string | LookupAddress[], family?: number) => void;

/** A look-up that gives what was checked. */
const pinnedTo =
  (addresses: LookupAddress[]) =>
  (_host: string, { all }: LookupOptions, callback: LookupCallback): void => {
    const { address, family } = addresses[0]!;
    if (all) callback(null, addresses);
    else callback(null, address, family);
  };

/** Sends the request and gives the status of its answer, whose body nobody reads. */
function statusOf(url: URL, options: RequestOptions, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const request = send(url, options, (response) => {
      resolve(response.statusCode!);
      response.destroy();
    });
    request.on("error", reject);
    // A receiver that would switch protocols is left without an answer or an error.
    request.on("close", () => reject(new Error("closed without an answer")));
    request.end(body);
  });
}

async function attempt({ url: href, body, idempotencyKey }: Delivery, options: SendOptions): Promise<number> {
  const url = new URL(href);
  const addresses = await resolvePublic(url, options.reach);
  const fields = await signRequest({ method: "POST", url: href, body, idempotencyKey }, options.signer);
  const headers = {
    ...fields,
    "content-type": "application/json",
    "content-length": body.length,
    "user-agent": "prongsai-webhook/1",
  };
  // A connection of its own, to an address that was checked; what the answer says is not followed.
  const lookup = pinnedTo(addresses) as NonNullable<RequestOptions["lookup"]>;
  return await statusOf(url, { method: "POST", headers, lookup, agent: false, signal: options.signal }, body);
}

/**
 * Sends a delivery once.
 *
 * @throws ProngsaiError WEBHOOK_ADDRESS, WEBHOOK_NOT_RESOLVED, WEBHOOK_NOT_REACHED, WEBHOOK_TIMEOUT, WEBHOOK_REDIRECT,
 * WEBHOOK_REFUSED when the receiver does not have it, or may not have it
 */
export async function send(delivery: Delivery, options: SendOptions): Promise<void> {
  const late = AbortSignal.timeout(options.timeout * 1_000);
  const signal = AbortSignal.any([options.signal, late]);
  // A look-up cannot be cancelled: its answer is not waited for.
  const ended = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }),
  );
  let status: number;
  try {
    status = await Promise.race([attempt(delivery, { ...options, signal }), ended]);
  } catch (error) {
    if (late.aborted) throw webhookError("WEBHOOK_TIMEOUT", { seconds: options.timeout }, error);
    if (error instanceof ProngsaiError) throw error;
    throw webhookError("WEBHOOK_NOT_REACHED", {}, error);
  }
  if (status >= 300 && status < 400) throw webhookError("WEBHOOK_REDIRECT", { status });
  if (status < 200 || status >= 300) throw webhookError("WEBHOOK_REFUSED", { status });
}
