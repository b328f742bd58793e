import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { keyIdOf, rawPublicKey, signRequest } from "../../sdk/log/http-signature/index.ts";
import type { RequestSigner } from "../../sdk/log/http-signature/index.ts";
import { sha256 } from "../../sdk/sha256.ts";
import { toHex } from "../../sdk/hex.ts";
import { ArgumentError } from "../platform/arguments.ts";
import { describeError, PlatformError } from "../platform/errors.ts";
import { readInstance } from "../platform/instance.ts";
import { readSettings } from "../platform/settings.ts";

/** Milliseconds: the intake answers within a minute. */
const PATIENCE = 65_000;

const algorithms = {
  ed25519: { name: "Ed25519" },
  ec: { name: "ECDSA", namedCurve: "P-256" },
} as const;

/** Ed25519 or P-256 as PEM. @throws PlatformError LOG_SEND_KEY */
async function readSigner(path: string): Promise<RequestSigner> {
  try {
    const secret = createPrivateKey(await readFile(path));
    const algorithm = algorithms[secret.asymmetricKeyType as keyof typeof algorithms];
    const pkcs8 = secret.export({ type: "pkcs8", format: "der" });
    const spki = createPublicKey(secret).export({ type: "spki", format: "der" });
    const key = await crypto.subtle.importKey("pkcs8", new Uint8Array(pkcs8), algorithm, false, ["sign"]);
    const half = await crypto.subtle.importKey("spki", new Uint8Array(spki), algorithm, true, ["verify"]);
    return { key, keyId: keyIdOf(await rawPublicKey(half)) };
  } catch (cause) {
    const mend =
      "name the PEM file of an Ed25519 or P-256 key, such as npm run log -- key submission FILE makes";
    throw new PlatformError("LOG_SEND_KEY", `${path} holds no key that can sign requests`, mend, cause);
  }
}

/** One record or several; what every record has in the same way may be left out. @throws PlatformError LOG_SEND_FILE */
async function readRecords(path: string): Promise<{ service: string; body: Uint8Array<ArrayBuffer> }> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new PlatformError("LOG_SEND_FILE", `${path} cannot be read as JSON`, "correct the file", cause);
  }
  const given = [value].flat() as Record<string, unknown>[];
  const { service } = given[0] ?? {};
  if (typeof service !== "string")
    throw new PlatformError(
      "LOG_SEND_FILE",
      `${path} holds no record that names its service`,
      "write one record, or a list of them, as docs/services.md shows",
    );
  const usual = { v: 1, ts: new Date().toISOString(), subject: null };
  const records = given.map((record) => ({ ...usual, ...record }));
  return { service, body: new TextEncoder().encode(JSON.stringify(records)) };
}

/** @throws PlatformError LOG_SEND_UNREACHABLE */
async function post(url: string, body: Uint8Array<ArrayBuffer>, signer: RequestSigner): Promise<Response> {
  // The same file with its times in it has the same key: sent again, it gets the same answer.
  const idempotencyKey = toHex(sha256(body)).slice(2);
  const fields = await signRequest({ method: "POST", url, body, idempotencyKey }, signer);
  const headers = { ...fields, "content-type": "application/json", "accept-language": "en" };
  try {
    return await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE) });
  } catch (cause) {
    const mend = "start npm start, or name the gateway's address with --url; then send the same file again";
    throw new PlatformError("LOG_SEND_UNREACHABLE", `${new URL(url).origin} gives no answer`, mend, cause);
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
  if (!path || more.length > 0 || !values.key) throw new ArgumentError("send takes one file, and --key FILE");
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
