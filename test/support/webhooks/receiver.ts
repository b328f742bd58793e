/** A receiver of webhooks over real HTTP, which can misbehave as receivers do. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fromHex } from "../../../sdk/hex.ts";
import { verifyRequest } from "../../../sdk/log/http-signature/verify-request.ts";
import { verifyingKey } from "../../../sdk/log/http-signature/verifying-key.ts";
import { leafHash } from "../../../sdk/merkle.ts";

export interface Attempt {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly body: string;
  readonly indices: readonly number[];
  readonly manner: Manner;
}

export type Manner = "take" | "error" | "hang" | "die" | "redirect";

const manners: Record<Manner, (response: ServerResponse, url: string) => void> = {
  take: (response) => response.writeHead(204).end(),
  error: (response) => response.writeHead(500).end("x".repeat(100_000)),
  hang: () => undefined,
  die: (response) => void response.destroy(),
  redirect: (response, url) => response.writeHead(307, { Location: `${url}/elsewhere` }).end(),
};

interface Body {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly { index: number; leaf: string; record: string }[];
}

export class Receiver {
  readonly attempts: Attempt[] = [];
  /** what was wrong with requests, and addresses asked for that nobody registered */
  readonly faults: string[] = [];
  manner: Manner = "take";
  readonly #server = createServer((request, response) => void this.#receive(request, response));
  readonly #keysAt: string;

  private constructor(keysAt: string) {
    this.#keysAt = keysAt;
  }

  /** @param apiUrl where the public keys are */
  static async start(apiUrl: string): Promise<Receiver> {
    const receiver = new Receiver(`${apiUrl}/v1/webhook-keys`);
    receiver.#server.listen(0, "127.0.0.1");
    await once(receiver.#server, "listening");
    return receiver;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.origin}/hook`;
  }

  /** Indices in the order in which they were taken. */
  get taken(): number[] {
    return this.attempts.filter(({ manner }) => manner === "take").flatMap(({ indices }) => indices);
  }

  /** Resolves when it has taken so many entries. */
  async untilTaken(count: number): Promise<void> {
    await this.until(() => this.taken.length >= count, `${count} entries`);
  }

  async until(isSo: () => boolean, what: string): Promise<void> {
    for (const end = Date.now() + 30_000; !isSo(); await sleep(20))
      if (Date.now() > end) throw new Error(`not within 30 s: ${what}; faults: ${this.faults.join("; ")}`);
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { manner } = this;
    try {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const body = Buffer.concat(pieces);
      const { idempotencyKey: key } = await this.#verify(request, body);
      const { from, to, entries } = JSON.parse(body.toString()) as Body;
      for (const { index, leaf, record } of entries)
        if (Buffer.compare(fromHex(leaf, 32), leafHash(Buffer.from(record))) !== 0)
          this.faults.push(`leaf ${index}`);
      const indices = entries.map(({ index }) => index);
      this.attempts.push({ key, from, to, body: body.toString(), indices, manner });
    } catch (error) {
      this.faults.push(String(error));
    }
    manners[manner](response, this.origin);
  }

  /** As docs/api.md tells receivers. */
  async #verify({ method, url, headers }: IncomingMessage, body: Buffer) {
    if (url !== "/hook") this.faults.push(`asked for ${url}`);
    const { keys } = (await (await fetch(this.#keysAt)).json()) as { keys: { kid: string; x: string }[] };
    return verifyRequest(
      { method: method!, targetUri: `${this.origin}${url}`, headers, body },
      {
        now: Math.floor(Date.now() / 1_000),
        keyOf: (keyId) => {
          const found = keys.find(({ kid }) => kid === keyId);
          return found && verifyingKey("ed25519", Buffer.from(found.x, "base64url"));
        },
      },
    );
  }
}
