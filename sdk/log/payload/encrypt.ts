const ALGORITHM = "AES-GCM";
/** Bytes of the nonce before the ciphertext. NIST SP 800-38D section 5.2.1.1 */
const NONCE = 12;
const KEY_BYTES = 32;

/** A key of AES-256 for one payload; deleting it erases the payload in every copy and backup. */
export const newPayloadKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(KEY_BYTES));

const imported = (key: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey("raw", key, ALGORITHM, false, ["encrypt", "decrypt"]);

/**
 * A payload as the agency keeps it: nonce ‖ ciphertext ‖ tag, AES-256-GCM (NIST SP 800-38D).
 *
 * @param key 32 bytes, of this payload only
 * @param about bytes that belong to it without being secret, such as the commitment; the same must be given to open it
 */
export async function sealPayload(
  key: Uint8Array<ArrayBuffer>,
  payload: Uint8Array<ArrayBuffer>,
  about: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const parameters = { name: ALGORITHM, iv, additionalData: about };
  const sealed = await crypto.subtle.encrypt(parameters, await imported(key), payload);
  const bytes = new Uint8Array(NONCE + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), NONCE);
  return bytes;
}

/** The payload again; undefined for another key, other bytes about it, or anything altered. */
export async function openPayload(
  key: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
  about: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | undefined> {
  const parameters = { name: ALGORITHM, iv: sealed.slice(0, NONCE), additionalData: about };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, await imported(key), sealed.slice(NONCE)));
  } catch {
    return undefined;
  }
}
