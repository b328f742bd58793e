import { signCall } from "./signing.ts";
import type { Signing } from "./signing.ts";

/** Far more than a report takes; the instance says so before it relays one that would take more. */
const GAS = 2_000_000n;
/** The instance waits for the block, up to a minute (milliseconds). */
const PATIENCE = 70_000;

interface Answer {
  readonly data?: {
    readonly txHash: string;
    readonly block: number | null;
    readonly succeeded: boolean | null;
  };
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly details?: { readonly expected?: number };
}

/** Addresses at which the public service of a ledger may take transactions. */
export function instancesOf(rpc: string, gateway: string | undefined): string[] {
  const ofRpc = /^(.*)\/rpc\/?$/.exec(rpc)?.[1];
  return [...new Set([gateway?.replace(/\/$/, ""), ofRpc].filter((one) => one !== undefined))];
}

/**
 * Has the public service of a ledger (`POST /v1/transactions`, docs/api.md) put a call into a block.
 *
 * @param origin its address
 * @returns the transaction's hash
 * @throws Error that says what the service answered
 */
export async function sendToInstance(origin: string, signing: Signing, data: string): Promise<string> {
  const first = await post(origin, await signCall(signing, data, { nonce: 0, gasLimit: GAS, gasPrice: 0n }));
  const expected = first.code === "GATEWAY_NONCE" ? first.details?.expected : undefined;
  const { data: done, ...problem } =
    expected === undefined
      ? first
      : await post(origin, await signCall(signing, data, { nonce: expected, gasLimit: GAS, gasPrice: 0n }));
  if (!done) throw new Error(`${origin} answered ${problem.code}: ${problem.title} ${problem.detail}`);
  if (done.block === null) throw new Error(`${done.txHash} is in no block yet; look for it later`);
  if (!done.succeeded) throw new Error(`the contract refused ${done.txHash}`);
  return done.txHash;
}

async function post(origin: string, signed: string): Promise<Answer> {
  const response = await fetch(`${origin}/v1/transactions`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: JSON.stringify({ signed, wait: true }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const text = await response.text();
  const isAnswer = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
  const answer = (isAnswer ? JSON.parse(text) : {}) as Answer;
  if (answer.data || answer.code) return answer;
  throw new Error(`${origin} is no public service of a ledger (HTTP ${response.status} of /v1/transactions)`);
}
