import { createHash, randomBytes, sign } from "node:crypto";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { ACTION, SCHEMA, SERVICE } from "./ledger.ts";
import type { BenchWriter } from "./ledger.ts";

export interface Load {
  readonly records: number;
  readonly seconds: number;
  /** milliseconds from sending to acknowledgement, sorted */
  readonly latencies: readonly number[];
}

export interface LoadOptions {
  readonly port: number;
  /** one connection each; a writer sends when the one before is acknowledged */
  readonly writers: readonly { readonly writer: BenchWriter; next: number }[];
  /** records of a request */
  readonly batch: number;
  readonly seconds: number;
  /** records a second over all writers; as many as there can be when absent */
  readonly rate?: number;
  /** records after which it ends, whatever `seconds` says */
  readonly records?: number;
  /** told each answer's body, and when its request's turn was (`performance.now()`) */
  readonly onAnswer?: (body: string, from: number) => void;
}

const PATH = `/v1/services/${SERVICE.name}/actions`;
const NAMES = '("@method" "@target-uri" "content-digest" "idempotency-key")';

/** The JSON of so many records of a writer, as it is sent. */
export function bodyOf({ label }: BenchWriter, first: number, batch: number): Buffer {
  const ts = new Date().toISOString();
  const records = Array.from({ length: batch }, (_, at) => ({
    v: 1,
    service: SERVICE.name,
    agency: SERVICE.agency.code,
    type: ACTION.type,
    schema: SCHEMA,
    submitter: label,
    clientSeq: first + at,
    ts,
    subject: `0x${randomBytes(32).toString("hex")}`,
    actor: { role: "chatbot" },
    data: ACTION.examples[at % ACTION.examples.length],
  }));
  return Buffer.from(JSON.stringify(records));
}

/** A signed request as it goes over the wire: RFC 9421 as the SDK does it, without what a load client need not check. */
function requestOf(writer: BenchWriter, host: string, first: number, batch: number): Buffer {
  const body = bodyOf(writer, first, batch);
  const digest = `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
  const key = `${writer.label}-${first}`;
  const created = Math.floor(Date.now() / 1_000);
  const parameters = `${NAMES};created=${created};keyid="${writer.keyId}";nonce="${randomBytes(12).toString("hex")}";alg="ed25519"`;
  const base = `"@method": POST\n"@target-uri": http://${host}${PATH}\n"content-digest": ${digest}\n"idempotency-key": ${key}\n"@signature-params": ${parameters}`;
  const signature = sign(null, Buffer.from(base), writer.key).toString("base64");
  const head = [
    `POST ${PATH} HTTP/1.1`,
    `host: ${host}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    `content-digest: ${digest}`,
    `idempotency-key: ${key}`,
    `signature-input: sig1=${parameters}`,
    `signature: sig1=:${signature}:`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}

/** Resolves with the answer's status when all of it is there. */
function exchange(socket: Socket, request: Buffer): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    let text = "";
    const onData = (piece: Buffer) => {
      text += piece.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)![1]);
      if (text.length < end + 4 + length) return;
      socket.off("data", onData);
      socket.off("error", reject);
      resolve({ status: Number(text.slice(9, 12)), text });
    };
    socket.on("data", onData);
    socket.once("error", reject);
    socket.write(request);
  });
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  await new Promise((resolve) => socket.once("connect", resolve));
  return socket;
}

/** Sends signed requests over kept connections, one for each writer; the clock starts when all of them are there. */
export async function load(options: LoadOptions): Promise<Load> {
  const { port, writers, batch, seconds, rate, records: most = Infinity } = options;
  const host = `127.0.0.1:${port}`;
  const latencies: number[] = [];
  const sockets = await Promise.all(writers.map(() => connected(port)));
  const started = performance.now();
  const until = started + seconds * 1_000;
  // Under a rate each writer has turns of its own; the time waited for a turn that comes late counts.
  const pause = rate === undefined ? 0 : (writers.length * batch * 1_000) / rate;
  let records = 0;
  const work = writers.map(async (one, place) => {
    const socket = sockets[place]!;
    let turn = started + (pause * place) / writers.length;
    while (performance.now() < until && records < most) {
      if (pause > 0) {
        const wait = turn - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      }
      const from = pause > 0 ? Math.max(turn, started) : performance.now();
      turn += pause;
      const { status, text } = await exchange(socket, requestOf(one.writer, host, one.next, batch));
      if (status !== 201) throw new Error(text.slice(0, 800));
      one.next += batch;
      records += batch;
      latencies.push(performance.now() - from);
      options.onAnswer?.(text.slice(text.indexOf("\r\n\r\n") + 4), from);
    }
    socket.destroy();
  });
  await Promise.all(work);
  const spent = (performance.now() - started) / 1_000;
  return { records, seconds: spent, latencies: latencies.sort((a, b) => a - b) };
}
