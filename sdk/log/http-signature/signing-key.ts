import { createPrivateKey, createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { sdkError } from "../../errors/sdk.ts";
import { keyIdOf } from "./algorithms.ts";
import { rawPublicKey } from "./public-key.ts";
import type { RequestSigner } from "./sign-request.ts";

/** PrivateKeyInfo of Ed25519 (RFC 8410 section 7) before the 32 bytes of the key. */
const ED25519_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
const ED25519_BYTES = 32;
/** First byte of DER: a SEQUENCE. */
const SEQUENCE = 0x30;

const algorithms: Readonly<Record<string, AlgorithmIdentifier | EcKeyImportParams>> = {
  ed25519: { name: "Ed25519" },
  ec: { name: "ECDSA", namedCurve: "P-256" },
};

/** An Ed25519 key in PKCS #8 (RFC 5958), DER. @param secret 32 bytes (RFC 8032) */
export const ed25519Pkcs8 = (secret: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([ED25519_HEAD, secret]));

function readPrivateKey(key: string | Uint8Array): KeyObject {
  if (typeof key === "string") return createPrivateKey(key);
  const der = key.length === ED25519_BYTES ? ed25519Pkcs8(key) : key;
  if (der[0] !== SEQUENCE) return createPrivateKey(Buffer.from(der));
  return createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" });
}

/** What signs requests, and the key by which others know it. */
export interface SigningKey extends RequestSigner {
  /** as the ledger lists it: 32 bytes of Ed25519, 33 of P-256 */
  readonly publicKey: Uint8Array;
}

/**
 * The signer of a private key, Ed25519 or P-256, in any form in which such keys are kept: PEM, PKCS #8 in DER, or the 32
 * secret bytes of Ed25519. Needs Node.
 *
 * @throws ProngsaiError LOG_SIGNATURE_ALGORITHM for another kind of key; what Node says of bytes that are none
 */
export async function signingKey(key: string | Uint8Array): Promise<SigningKey> {
  const secret = readPrivateKey(key);
  const { asymmetricKeyType: kind = "", asymmetricKeyDetails: details } = secret;
  const algorithm = algorithms[kind];
  if (!algorithm || (kind === "ec" && details?.namedCurve !== "prime256v1"))
    throw sdkError("LOG_SIGNATURE_ALGORITHM", {
      found: details?.namedCurve ?? kind,
      expected: "Ed25519, ECDSA P-256",
    });
  const pkcs8 = secret.export({ type: "pkcs8", format: "der" });
  const spki = createPublicKey(secret).export({ type: "spki", format: "der" });
  const half = await crypto.subtle.importKey("spki", new Uint8Array(spki), algorithm, true, ["verify"]);
  const publicKey = await rawPublicKey(half);
  return {
    key: await crypto.subtle.importKey("pkcs8", new Uint8Array(pkcs8), algorithm, false, ["sign"]),
    keyId: keyIdOf(publicKey),
    publicKey,
  };
}
