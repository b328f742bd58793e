import { createPrivateKey, createPublicKey } from "node:crypto";
import { keyIdOf } from "../../../sdk/log/http-signature/index.ts";
import type { RequestSigner } from "../../../sdk/log/http-signature/index.ts";

/** PrivateKeyInfo of Ed25519 (RFC 8410 section 7) before the 32 bytes of the key. */
const PKCS8_HEAD = "302e020100300506032b657004220420";

export interface DeliveryKey {
  readonly signer: RequestSigner;
  /** 32 bytes */
  readonly publicKey: Buffer;
}

/** The key that signs deliveries, from its 32 secret bytes (RFC 8032). */
export async function deliveryKey(secret: Uint8Array): Promise<DeliveryKey> {
  const der = Buffer.concat([Buffer.from(PKCS8_HEAD, "hex"), secret]);
  const key = await crypto.subtle.importKey("pkcs8", der, "Ed25519", false, ["sign"]);
  const half = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
  const publicKey = Buffer.from(half.export({ format: "jwk" }).x!, "base64url");
  return { signer: { key, keyId: keyIdOf(publicKey) }, publicKey };
}
