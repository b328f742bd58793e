import { keyIdOf, rawPublicKey } from "../../../../sdk/log/http-signature/index.ts";
import type { SignatureAlgorithm } from "../../../../sdk/log/http-signature/index.ts";
import { verifyingKey } from "../../../../sdk/log/http-signature/verifying-key.ts";
import type { VerifyingKey } from "../../../../sdk/log/http-signature/verifying-key.ts";

const parameters = {
  ed25519: { name: "Ed25519" },
  "ecdsa-p256-sha256": { name: "ECDSA", namedCurve: "P-256" },
};

export interface TestKey {
  readonly key: CryptoKey;
  readonly keyId: string;
  readonly verifying: VerifyingKey;
}

/** A new pair of keys, made by WebCrypto; the server knows the raw public one. */
export async function newKey(algorithm: SignatureAlgorithm): Promise<TestKey> {
  const pair = (await crypto.subtle.generateKey(parameters[algorithm], true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const raw = await rawPublicKey(pair.publicKey);
  return { key: pair.privateKey, keyId: keyIdOf(raw), verifying: verifyingKey(algorithm, raw) };
}
