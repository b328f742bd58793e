import { generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { toHex } from "../../sdk/hex.ts";
import { keyIdOf } from "../../sdk/log/http-signature/index.ts";
import { ArgumentError } from "../platform/arguments.ts";
import { describeError } from "../platform/errors.ts";
import { logCommandError } from "./errors.ts";

/** How each kind of key is kept, and the number of its use in `addKey`. */
const uses = {
  submission: { use: 0, text: (pem: string) => pem },
  checkpoint: { use: 1, text: (_: string, secret: Uint8Array) => `${toHex(secret)}\n` },
} as const;

const isUse = (text: string | undefined): text is keyof typeof uses =>
  text !== undefined && Object.hasOwn(uses, text);

const bytesOf = (value: string | undefined) => new Uint8Array(Buffer.from(value!, "base64url"));

/** For its owner only, and never in place of another key. @throws ProngsaiError LOG_KEY_UNWRITABLE */
async function keep(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === "EEXIST";
    throw logCommandError("LOG_KEY_UNWRITABLE", { path, exists }, cause);
  }
}

/**
 * Makes an Ed25519 key of a service: for signing requests, as PEM (PKCS #8), or for its checkpoints, as the anchoring
 * process takes it. Prints what `addKey` takes.
 *
 * @param args what was typed after `key`
 * @returns exit code: 0 when it is kept, 1 when not
 * @throws ArgumentError
 */
export async function makeKey(args: readonly string[]): Promise<number> {
  const [purpose, path, ...more] = args;
  if (!isUse(purpose) || !path || more.length > 0)
    throw new ArgumentError(
      "key ต้องมีคำว่า “submission” หรือ “checkpoint” และชื่อแฟ้มหนึ่งแฟ้ม",
      "key takes “submission” or “checkpoint”, and a file",
    );
  const { use, text } = uses[purpose];
  const { privateKey } = generateKeyPairSync("ed25519");
  const { d, x } = privateKey.export({ format: "jwk" });
  const publicKey = bytesOf(x);
  try {
    await keep(path, text(privateKey.export({ type: "pkcs8", format: "pem" }).toString(), bytesOf(d)));
    console.log(`kept     ${path}   (for its owner only)`);
    console.log(`public   ${toHex(publicKey)}   (addKey takes this, with use ${use} and algorithm 0)`);
    console.log(`key id   ${keyIdOf(publicKey)}`);
    return 0;
  } catch (error) {
    console.error(describeError(error));
    return 1;
  }
}
