import { setTimeout as sleep } from "node:timers/promises";

/** Seconds to wait where the gateway does not say. */
const WAIT = 1;

interface Answer {
  readonly data?: { readonly txHash: string };
  readonly code?: string;
  readonly title?: string;
}

/**
 * Hands a signed transaction to the API's gateway, as agencies do. Whoever else asks from this machine uses up what the
 * gateway gives to one client: then it waits as long as it is told to, and goes on.
 *
 * @returns its hash
 */
export async function handIn(apiUrl: string, signed: string): Promise<string> {
  for (;;) {
    const response = await fetch(`${apiUrl}/v1/transactions`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en" },
      body: JSON.stringify({ signed }),
    });
    const answer = (await response.json()) as Answer;
    if (answer.data) return answer.data.txHash;
    if (answer.code !== "RATE_LIMITED")
      throw new Error(`the gateway refused a transaction (${answer.code}): ${answer.title}`);
    await sleep(Number(response.headers.get("retry-after") ?? WAIT) * 1_000);
  }
}
