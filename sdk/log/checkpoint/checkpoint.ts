import type { LogReason } from "../../errors/log-reasons.ts";
import { sdkError } from "../../errors/sdk.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** The head of a log at a size: what its signers vouch for. C2SP tlog-checkpoint. */
export type Checkpoint = {
  /** which log; see `logOrigin` */
  readonly origin: string;
  /** number of entries */
  readonly size: number;
  /** RFC 9162 root over them, 32 bytes */
  readonly root: Uint8Array;
  /** further lines; none are written by Prongsai's logs */
  readonly extensions: readonly string[];
};

const malformed = (reason: LogReason) => sdkError("LOG_CHECKPOINT_MALFORMED", { reason });

/**
 * The origin of a service's log: `<service>/prongsai/<first 16 digits of the deployment's id>`. It is also the name of
 * the keys that sign its checkpoints, so a checkpoint of another service, or of a ledger set up anew, is another log's.
 *
 * @param service reverse-DNS name, lower case
 * @param deploymentId `0x` and 64 hexadecimal digits
 */
export function logOrigin(service: string, deploymentId: string): string {
  return `${service}/prongsai/${deploymentId.slice(2, 18).toLowerCase()}`;
}

/** Whether the origin is one of the service's logs. */
export function isOriginOf(origin: string, service: string): boolean {
  const [name, ledger, deployment, ...more] = origin.split("/");
  return (
    name === service && ledger === "prongsai" && /^[0-9a-f]{16}$/.test(deployment ?? "") && more.length === 0
  );
}

/** The text that is signed: origin, size and root in base 64, a line each. C2SP tlog-checkpoint, “Note text”. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join("");
}

/** @throws ProngsaiError LOG_CHECKPOINT_MALFORMED */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith("\n")) throw malformed("no newline at the end");
  const [origin, size, encoded, ...extensions] = text.split("\n").slice(0, -1);
  if (!origin) throw malformed("origin");
  if (!/^(?:0|[1-9]\d*)$/.test(size ?? "") || !Number.isSafeInteger(Number(size))) throw malformed("size");
  const root = fromBase64(encoded ?? "");
  if (root?.length !== 32) throw malformed("root hash");
  if (extensions.includes("")) throw malformed("empty line");
  return { origin, size: Number(size), root, extensions };
}
