/**
 * Bytes that are kept for long. Short buffers share pieces of 64 kB with others that were made at the same time, and one
 * that is kept keeps the whole piece: many times what a cache counts.
 */
export function keptText(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** The same bytes in memory of their own. */
export function kept(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
