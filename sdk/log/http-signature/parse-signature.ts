import { isInnerList, parseDictionary, serializeDictionary, serializeInnerList } from "structured-headers";
import type { Dictionary, InnerList, Item, Parameters } from "structured-headers";
import type { LogReason } from "../../errors/log-reasons.ts";
import { sdkError } from "../../errors/sdk.ts";

/** What the fields Signature-Input and Signature say; nothing of it is verified yet. */
export interface ClaimedSignature {
  /** names of the covered components, in their order */
  readonly components: readonly string[];
  /** the inner list with its parameters, as it stands in the signature base */
  readonly parameters: string;
  /** Unix seconds */
  readonly created: number;
  readonly expires: number | undefined;
  readonly keyId: string;
  readonly nonce: string;
  readonly algorithm: string | undefined;
  readonly signature: Uint8Array;
}

const KEY_ID = /^0x[0-9a-f]{64}$/;
const NONCE = /^[A-Za-z0-9+/=_-]{8,64}$/;

function malformed(field: string, reason: LogReason): never {
  throw sdkError("LOG_SIGNATURE_MALFORMED", { field, reason });
}

/**
 * A dictionary with one member, written exactly as RFC 9651 section 4.1 serializes it. A label or parameter that stands
 * twice, other white space or another base64 of the same bytes is therefore refused: there is one way to write a
 * signature.
 */
function onlyMember(field: string, text: string): [label: string, member: Item | InnerList] {
  let dictionary: Dictionary;
  try {
    dictionary = parseDictionary(text);
  } catch {
    return malformed(field, "RFC 9651");
  }
  if (dictionary.size > 1) throw sdkError("LOG_SIGNATURE_SEVERAL", { field, count: dictionary.size });
  if (serializeDictionary(dictionary) !== text)
    return malformed(field, "not canonical (RFC 9651 section 4.1)");
  const [first] = dictionary;
  return first ?? malformed(field, "empty");
}

function componentsOf([items]: InnerList): string[] {
  return items.map(([name, parameters]) => {
    if (typeof name !== "string" || parameters.size > 0)
      throw sdkError("LOG_SIGNATURE_COMPONENTS", { component: String(name) });
    return name;
  });
}

function seconds(parameters: Parameters, name: string): number | undefined {
  const value = parameters.get(name);
  if (value === undefined) return undefined;
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    throw sdkError("LOG_SIGNATURE_PARAMETER", { parameter: name });
  return value;
}

function required<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw sdkError("LOG_SIGNATURE_PARAMETER", { parameter: name });
  return value;
}

function text(parameters: Parameters, name: string, form: RegExp): string | undefined {
  const value = parameters.get(name);
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !form.test(value))
    throw sdkError("LOG_SIGNATURE_PARAMETER", { parameter: name });
  return value;
}

function signatureBytes(label: string, field: string): Uint8Array {
  const [found, [value, parameters]] = onlyMember("signature", field);
  if (found !== label) return malformed("signature", "its label is not that of signature-input");
  if (!(value instanceof ArrayBuffer) || parameters.size > 0) return malformed("signature", ":base64:");
  return new Uint8Array(value);
}

/**
 * Reads the two fields of one signature, RFC 9421 section 4.
 *
 * @param signatureInput value of Signature-Input
 * @param signature value of Signature
 * @throws ProngsaiError LOG_SIGNATURE_MALFORMED, LOG_SIGNATURE_SEVERAL, LOG_SIGNATURE_COMPONENTS,
 * LOG_SIGNATURE_PARAMETER
 */
export function parseSignature(signatureInput: string, signature: string): ClaimedSignature {
  const [label, member] = onlyMember("signature-input", signatureInput);
  if (!isInnerList(member)) return malformed("signature-input", "no list of components");
  const parameters = member[1];
  return {
    components: componentsOf(member),
    parameters: serializeInnerList(member),
    created: required("created", seconds(parameters, "created")),
    expires: seconds(parameters, "expires"),
    keyId: required("keyid", text(parameters, "keyid", KEY_ID)),
    nonce: required("nonce", text(parameters, "nonce", NONCE)),
    algorithm: text(parameters, "alg", /^[\x20-\x7e]{1,64}$/),
    signature: signatureBytes(label, signature),
  };
}
