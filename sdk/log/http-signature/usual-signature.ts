import { REQUIRED_COMPONENTS } from "./components.ts";
import type { ClaimedSignature } from "./parse-signature.ts";

/** Signature-Input as the SDK and most clients write it, canonical by RFC 9651: each parameter once, in this order. */
const INPUT = new RegExp(
  `^(?<label>[a-z*][a-z0-9_.*-]*)=(?<parameters>\\(${REQUIRED_COMPONENTS.map((name) => `"${name}"`).join(" ")}\\)` +
    `;created=(?<created>0|[1-9]\\d{0,14});keyid="(?<keyId>0x[0-9a-f]{64})"` +
    `;nonce="(?<nonce>[A-Za-z0-9+/=_-]{8,64})"(?:;alg="(?<algorithm>[a-z0-9-]{1,64})")?)$`,
);
/** Signature of 64 bytes, as Ed25519 and P-256 have them; the last character of canonical base64 holds two bits. */
const SIGNATURE = /^(?<label>[a-z*][a-z0-9_.*-]*)=:(?<base64>[A-Za-z0-9+/]{85}[AQgw]==):$/;

/**
 * What `parseSignature` reads in fields of the form that nearly all have, in a tenth of the time.
 *
 * @returns undefined when they are of another form, be it right or wrong
 */
export function readUsualSignature(signatureInput: string, signature: string): ClaimedSignature | undefined {
  const input = INPUT.exec(signatureInput)?.groups;
  const signed = SIGNATURE.exec(signature)?.groups;
  if (!input || !signed || input["label"] !== signed["label"]) return undefined;
  return {
    components: REQUIRED_COMPONENTS,
    parameters: input["parameters"]!,
    created: Number(input["created"]),
    expires: undefined,
    keyId: input["keyId"]!,
    nonce: input["nonce"]!,
    algorithm: input["algorithm"],
    signature: Buffer.from(signed["base64"]!, "base64"),
  };
}
