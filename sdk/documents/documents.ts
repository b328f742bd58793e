/**
 * Public documents kept outside the chain; the chain holds their CID and sha256. Two implementations give the very same
 * CIDs: a folder of blocks (`folder.ts`) and an IPFS node (`kubo.ts`).
 */
export interface Documents {
  /**
   * Keeps a document and pins it. The same bytes give the same CID, and keeping them again changes nothing.
   * @throws ProngsaiError DOCUMENTS_UNWRITABLE when the store cannot take it; errors of `content` pass through
   */
  put(content: DocumentContent): Promise<StoredDocument>;

  /**
   * The document's bytes; every block is checked against its CID before its bytes are handed out.
   * @throws ProngsaiError CID_MALFORMED, DOCUMENT_UNAVAILABLE (nobody could give it now, which never means that it does
   * not exist), DOCUMENT_ALTERED (a block was given that does not match its CID), DOCUMENT_NOT_A_FILE
   */
  get(cid: string, options?: { signal?: AbortSignal }): AsyncIterable<Uint8Array>;

  /**
   * One block by its own CID, checked against it, as others who read the document ask for it.
   * @throws ProngsaiError CID_MALFORMED, DOCUMENT_UNAVAILABLE, DOCUMENT_ALTERED
   */
  block(cid: string, options?: { signal?: AbortSignal }): Promise<Uint8Array>;

  /** Whether every block of the document is in this store now; false is not "absent from the world". */
  has(cid: string): Promise<boolean>;

  /** Whether this store keeps the document for good. */
  pinState(cid: string): Promise<PinState>;
}

/** Documents as somebody has them who only reads. */
export type ReadableDocuments = Pick<Documents, "get">;

export type DocumentContent = Uint8Array | AsyncIterable<Uint8Array>;

export type PinState = "pinned" | "unpinned";

export interface StoredDocument {
  /** CIDv1 in base32, as IPFS prints it. */
  readonly cid: string;
  /** SHA-256 of the whole document, 64 hexadecimal digits without 0x. */
  readonly sha256: string;
  /** Bytes of the document. */
  readonly size: number;
}
