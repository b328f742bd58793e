import type { Documents } from "../../documents/documents.ts";
import { sdkError } from "../../errors/sdk.ts";

/** Where published documents are read, and when to stop. */
export type Fetching = { readonly documents: Pick<Documents, "get">; readonly signal?: AbortSignal };

/**
 * A whole document that may have `limit` bytes at most; a longer one is given up before it fills the memory.
 *
 * @throws ProngsaiError LOG_PUBLISHED_TOO_LARGE; errors of `Documents.get` pass through
 */
export async function fetchDocument(
  { documents, signal }: Fetching,
  cid: string,
  limit: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of documents.get(cid, signal && { signal })) {
    length += chunk.length;
    if (length > limit) throw sdkError("LOG_PUBLISHED_TOO_LARGE", { cid, limit });
    chunks.push(chunk);
  }
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
