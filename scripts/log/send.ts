import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { signRequest } from "../../sdk/log/http-signature/index.ts";
import type { RequestSigner } from "../../sdk/log/http-signature/index.ts";
import { signingKey } from "../../sdk/log/http-signature/signing-key.ts";
import { sha256 } from "../../sdk/sha256.ts";
import { toHex } from "../../sdk/hex.ts";
import { ArgumentError } from "../platform/arguments.ts";
import { describeError } from "../platform/errors.ts";
import { readInstance } from "../platform/instance.ts";
import { readSettings } from "../platform/settings.ts";
import { logCommandError } from "./errors.ts";

/** Milliseconds: the intake answers within a minute. */
const PATIENCE = 65_000;

/** @throws ProngsaiError LOG_SEND_KEY */
async function readSigner(path: string): Promise<RequestSigner> {
  try {
    return await signingKey(await readFile(path));
  } catch (cause) {
    throw logCommandError("LOG_SEND_KEY", { path }, cause);
  }
}

/** One record or several; what every record has in the same way may be left out. @throws ProngsaiError LOG_SEND_FILE */
async function readRecords(path: string): Promise<{ service: string; body: Uint8Array<ArrayBuffer> }> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw logCommandError("LOG_SEND_FILE", { path }, cause);
  }
  const given = [value].flat() as Record<string, unknown>[];
  const { service } = given[0] ?? {};
  if (typeof service !== "string") throw logCommandError("LOG_SEND_FILE", { path });
  const usual = { v: 1, ts: new Date().toISOString(), subject: null };
  const records = given.map((record) => ({ ...usual, ...record }));
  return { service, body: new TextEncoder().encode(JSON.stringify(records)) };
}

/** @throws ProngsaiError LOG_SEND_UNREACHABLE */
async function post(url: string, body: Uint8Array<ArrayBuffer>, signer: RequestSigner): Promise<Response> {
  // The same file with its times in it has the same key: sent again, it gets the same answer.
  const idempotencyKey = toHex(sha256(body)).slice(2);
  const fields = await signRequest({ method: "POST", url, body, idempotencyKey }, signer);
  const headers = { ...fields, "content-type": "application/json", "accept-language": "en" };
  try {
    return await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE) });
  } catch (cause) {
    throw logCommandError("LOG_SEND_UNREACHABLE", { origin: new URL(url).origin }, cause);
  }
}

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly mend?: string;
}

/**
 * Signs the records in a file and hands them in. Prints the answer, which holds the promise.
 *
 * @param args what was typed after `send`
 * @returns exit code: 0 when they are logged, 1 when not
 * @throws ArgumentError
 */
export async function sendRecords(args: readonly string[]): Promise<number> {
  const options = { key: { type: "string" }, url: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path, ...more] = positionals;
  if (!path || more.length > 0 || !values.key)
    throw new ArgumentError("send ต้องมีชื่อแฟ้มหนึ่งแฟ้ม และ --key FILE", "send takes one file, and --key FILE");
  try {
    const { service, body } = await readRecords(path);
    const signer = await readSigner(values.key);
    const origin = values.url ?? readInstance(readSettings().dataDir).apiUrl;
    const address = `/v1/services/${encodeURIComponent(service)}/actions`;
    const response = await post(new URL(address, origin).href, body, signer);
    const answer = await response.text();
    if (response.ok) {
      console.log(answer);
      return 0;
    }
    const { code = `HTTP ${response.status}`, title = "", detail = "", mend = "" } = problemIn(answer);
    console.error(`${code}: ${title} ${detail}\n  → ${mend}`);
  } catch (error) {
    console.error(describeError(error));
  }
  return 1;
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
