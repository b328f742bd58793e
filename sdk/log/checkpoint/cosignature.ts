const TIME = 8;

/** What a cosigner signs: the time and the whole checkpoint. C2SP tlog-cosignature, “Ed25519 signed message”. */
export function cosignedMessage(text: string, time: bigint): Uint8Array {
  return new TextEncoder().encode(`cosignature/v1\ntime ${time}\n${text}`);
}

/** The time (Unix seconds, uint64 big-endian) before the signature. C2SP tlog-cosignature, “Format”. */
export function timedSignature(time: bigint, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(TIME + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, time);
  bytes.set(signature, TIME);
  return bytes;
}

/** Both parts again; undefined for a time that no clock shows (above 2^53 − 1). */
export function splitTimedSignature(
  bytes: Uint8Array,
): { readonly time: number; readonly signature: Uint8Array } | undefined {
  if (bytes.length < TIME) return;
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return;
  return { time: Number(time), signature: bytes.subarray(TIME) };
}
