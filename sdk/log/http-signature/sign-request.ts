import { serializeDictionary, serializeInnerList } from "structured-headers";
import type { InnerList } from "structured-headers";
import { bytesToHex } from "@noble/hashes/utils.js";
import { sdkError } from "../../errors/sdk.ts";
import type { SignatureAlgorithm } from "./algorithms.ts";
import { REQUIRED_COMPONENTS, requestBase } from "./components.ts";
import { contentDigest } from "./content-digest.ts";

/** A request to sign. */
export interface UnsignedRequest {
  readonly method: string;
  /** absolute address; the server must be asked by this very one */
  readonly url: string;
  readonly body: Uint8Array;
  /** 1–128 printable ASCII characters without spaces; the same for every attempt to send the same records */
  readonly idempotencyKey: string;
}

/** Who signs, and optionally when. */
export interface RequestSigner {
  /** private key of WebCrypto, Ed25519 or ECDSA P-256, with usage `sign` */
  readonly key: CryptoKey;
  /** `keyIdOf` the raw public key */
  readonly keyId: string;
  /** Unix seconds; now when left out */
  readonly created?: number;
  /** 8–64 characters of base64 or base64url; random when left out */
  readonly nonce?: string;
}

/** Fields to send with the request. */
export type SignatureFields = Readonly<
  Record<"content-digest" | "idempotency-key" | "signature-input" | "signature", string>
>;

function algorithmOf({ algorithm }: CryptoKey): [SignatureAlgorithm, AlgorithmIdentifier | EcdsaParams] {
  if (algorithm.name === "Ed25519") return ["ed25519", "Ed25519"];
  if (algorithm.name === "ECDSA" && (algorithm as EcKeyAlgorithm).namedCurve === "P-256")
    return ["ecdsa-p256-sha256", { name: "ECDSA", hash: "SHA-256" }];
  throw sdkError("LOG_SIGNATURE_ALGORITHM", { found: algorithm.name, expected: "Ed25519, ECDSA P-256" });
}

const randomNonce = () => bytesToHex(crypto.getRandomValues(new Uint8Array(16)));

/**
 * Signs a request to the log's intake with HTTP Message Signatures (RFC 9421): method, address, Content-Digest
 * (RFC 9530) and Idempotency-Key, with created, keyid, nonce and alg. Works in Node and in browsers (WebCrypto).
 *
 * @throws ProngsaiError LOG_SIGNATURE_ALGORITHM for another kind of key
 */
export async function signRequest(request: UnsignedRequest, signer: RequestSigner): Promise<SignatureFields> {
  const [alg, webCryptoAlgorithm] = algorithmOf(signer.key);
  const headers = {
    "content-digest": contentDigest(request.body),
    "idempotency-key": request.idempotencyKey,
  };
  const input: InnerList = [
    REQUIRED_COMPONENTS.map((name) => [name, new Map()]),
    new Map<string, string | number>([
      ["created", signer.created ?? Math.floor(Date.now() / 1_000)],
      ["keyid", signer.keyId],
      ["nonce", signer.nonce ?? randomNonce()],
      ["alg", alg],
    ]),
  ];
  const url = new URL(request.url);
  url.hash = "";
  const signed = { method: request.method, targetUri: url.href, headers, body: request.body };
  const base = requestBase(signed, REQUIRED_COMPONENTS, serializeInnerList(input));
  const signature = await crypto.subtle.sign(webCryptoAlgorithm, signer.key, new TextEncoder().encode(base));
  return {
    ...headers,
    "signature-input": serializeDictionary(new Map([["sig1", input]])),
    signature: serializeDictionary(new Map([["sig1", [signature, new Map()]]])),
  };
}
