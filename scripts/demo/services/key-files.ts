import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { services } from "../../../sdk/log/catalogue/index.ts";
import { toHex } from "../../../sdk/hex.ts";
import { ed25519Pkcs8 } from "../../../sdk/log/http-signature/signing-key.ts";
import { GUEST, GUEST_SERVICE, checkpointSecret, gateway, submissionSecret, witnesses } from "./cast.ts";

/** Where the processes of the action log find their keys. */
export interface KeyFiles {
  /** LOG_GATEWAY_KEY_FILE */
  readonly gateway: string;
  /** LOG_CHECKPOINT_KEYS */
  readonly checkpoints: string;
  /** WITNESS_KEY_FILE of each witness */
  readonly witnesses: readonly string[];
  /** PEM of the key with which readers log an action of their own */
  readonly guest: string;
}

function write(file: string, text: string): string {
  writeFileSync(file, text, { mode: 0o600 });
  // A file of an earlier start keeps its permissions otherwise.
  chmodSync(file, 0o600);
  return file;
}

/** Writes the demonstration's keys as an operator would have them: a file each, for its owner only. */
export function writeKeyFiles(dataDir: string): KeyFiles {
  const folder = join(dataDir, "log-keys");
  const checkpoints = join(folder, "checkpoints");
  mkdirSync(checkpoints, { recursive: true, mode: 0o700 });
  for (const { name } of services)
    write(join(checkpoints, `${name}.key`), `${toHex(checkpointSecret(name))}\n`);
  const guest = Buffer.from(ed25519Pkcs8(submissionSecret(GUEST_SERVICE, GUEST))).toString("base64");
  return {
    gateway: write(join(folder, "gateway.key"), `${gateway.privateKey}\n`),
    checkpoints,
    witnesses: witnesses.map(({ wallet, agency }) =>
      write(join(folder, `witness-${agency}.key`), `${wallet.privateKey}\n`),
    ),
    guest: write(join(folder, "guest.pem"), pem("PRIVATE KEY", guest)),
  };
}

const pem = (label: string, base64: string) => {
  const rule = "-".repeat(5);
  return `${rule}BEGIN ${label}${rule}\n${base64}\n${rule}END ${label}${rule}\n`;
};
