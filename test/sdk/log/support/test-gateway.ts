import { Wallet } from "ethers";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { toHex } from "../../../../sdk/hex.ts";
import { keccak256 } from "../../../../sdk/keccak.ts";
import { keyIdOf } from "../../../../sdk/log/http-signature/index.ts";
import { verifyRequest } from "../../../../sdk/log/http-signature/verify-request.ts";
import { verifyingKey } from "../../../../sdk/log/http-signature/verifying-key.ts";
import { signPromises } from "../../../../sdk/log/promise/signed.ts";
import type { SignedPromise } from "../../../../sdk/log/promise/signed.ts";
import { recordLeaf } from "../../../../sdk/log/record/index.ts";
import type { ActionRecord } from "../../../../sdk/log/record/index.ts";
import { merkleRoot } from "../../../../sdk/merkle.ts";

/** What the gateway does with a request instead of answering it: before or after its records are logged. */
export type Fault =
  "drop" | "busy" | "logged-then-dropped" | "logged-then-silent" | "no-promise" | "other-leaves";

const DOMAIN = { chainId: 31_337, verifyingContract: `0x${"a1".repeat(20)}` };

/**
 * A gateway in memory behind a real HTTP server: verifies each request's signature, keeps idempotency and clientSeq as the
 * design has them, and signs its promises. For faults that a right gateway never shows; the intake has its own tests.
 */
export class TestGateway {
  readonly service: string;
  readonly wallet = Wallet.createRandom();
  readonly entries: ActionRecord[] = [];
  /** bodies in the order in which they came, refused ones too */
  readonly requests: { readonly key: string; readonly body: string }[] = [];
  /** faults of the next requests, in order */
  readonly faults: Fault[] = [];
  /** code of the refusal of a record, if it is refused */
  refuse: (record: ActionRecord) => string | undefined = () => undefined;
  /** what the details of a refusal say besides the record's index */
  refusalDetails: Readonly<Record<string, unknown>> = {};
  url = "";
  readonly #keys = new Map<string, ReturnType<typeof verifyingKey>>();
  readonly #next = new Map<string, number>();
  readonly #answers = new Map<string, { readonly body: string; readonly promise: SignedPromise }>();
  readonly #nonces = new Set<string>();
  readonly #server = createServer((request, response) => {
    void this.#read(request).then(([status, answer]) => {
      if (status === 0) return void request.socket.destroy();
      if (status === -1) return;
      const type = status === 200 ? "application/json" : "application/problem+json";
      response.writeHead(status, { "content-type": type, ...(status === 429 && { "retry-after": "0" }) });
      response.end(JSON.stringify(answer));
    });
  });

  constructor(service: string) {
    this.service = service;
  }

  get trust() {
    return { domain: DOMAIN, gateways: [this.wallet.address] };
  }

  /** Takes a submitter's public key; resolves to what signs for it. */
  async admit(key: CryptoKeyPair) {
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", key.publicKey));
    this.#keys.set(keyIdOf(raw), verifyingKey("ed25519", raw));
    return { key: key.privateKey, keyId: keyIdOf(raw) };
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #read(request: IncomingMessage): Promise<[status: number, answer?: unknown]> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const targetUri = `${this.url}${request.url}`;
    const signed = { method: request.method!, targetUri, headers: request.headers, body };
    const fault = this.faults.shift();
    if (fault === "drop") return [0];
    if (fault === "busy") return [429, { code: "RATE_LIMITED", title: "Too many.", detail: "" }];
    try {
      const now = Math.floor(Date.now() / 1_000);
      const { idempotencyKey, nonce } = verifyRequest(signed, { now, keyOf: (id) => this.#keys.get(id) });
      if (this.#nonces.has(nonce)) return [401, { code: "LOG_INTAKE_NONCE_USED" }];
      this.#nonces.add(nonce);
      this.requests.push({ key: idempotencyKey, body: body.toString() });
      const answer = this.#take(idempotencyKey, body.toString());
      if (fault === "logged-then-dropped") return [0];
      if (fault === "logged-then-silent") return [-1];
      if (fault === "no-promise") return [200, {}];
      return fault === "other-leaves" ? otherLeaves(answer) : answer;
    } catch (error) {
      if (!(error instanceof ProngsaiError)) throw error;
      return [401, { code: error.code, title: error.message, detail: "", details: error.details }];
    }
  }

  #take(key: string, body: string): [status: number, answer: unknown] {
    const known = this.#answers.get(key);
    if (known && known.body !== body) return [422, { code: "LOG_INTAKE_KEY_REUSED" }];
    if (known) return [200, { promise: known.promise }];
    const records = JSON.parse(body) as ActionRecord[];
    const { submitter } = records[0]!;
    let expected = this.#next.get(submitter) ?? 1;
    for (const [index, record] of records.entries()) {
      const code = this.refuse(record);
      if (code)
        return [422, { code, title: "Refused.", detail: "", details: { index, ...this.refusalDetails } }];
      if (record.type === "log.gapDeclared") expected = Number(record.data["to"]) + 1;
      const details = { index, expected, found: record.clientSeq };
      if (record.clientSeq > expected) return [409, { code: "LOG_INTAKE_SEQUENCE_GAP", details }];
      if (record.clientSeq < expected) return [409, { code: "LOG_INTAKE_SEQUENCE_REPEATED", details }];
      expected++;
    }
    const issuedAt = Math.floor(Date.now() / 1_000);
    const statement = {
      service: toHex(keccak256(new TextEncoder().encode(this.service))),
      firstIndex: this.entries.length,
      count: records.length,
      leavesRoot: toHex(merkleRoot(records.map(recordLeaf))),
      issuedAt,
      deadline: issuedAt + 600,
    };
    this.entries.push(...records);
    this.#next.set(submitter, expected);
    const [promise] = signPromises(DOMAIN, [statement], this.wallet.privateKey);
    this.#answers.set(key, { body, promise: promise! });
    return [200, { promise }];
  }
}

function otherLeaves([status, answer]: [number, unknown]): [number, unknown] {
  const { promise } = structuredClone(answer) as { promise: { statement: { leavesRoot: string } } };
  promise.statement.leavesRoot = `0x${"00".repeat(32)}`;
  return [status, { promise }];
}
