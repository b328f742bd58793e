import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { keyIdOf } from "../../sdk/log/http-signature/index.ts";
import type { WebhookSender } from "./webhook-inputs.ts";

/** A service's submitter from its Ed25519 key in PKCS #8, PEM. */
export async function readSender(file: string, service: string): Promise<WebhookSender> {
  const privateKey = createPrivateKey(readFileSync(file));
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  const der = privateKey.export({ format: "der", type: "pkcs8" });
  const key = await crypto.subtle.importKey("pkcs8", der as BufferSource, "Ed25519", false, ["sign"]);
  return { service, key, keyId: keyIdOf(Buffer.from(x!, "base64url")) };
}
