import { createHash } from "node:crypto";
import { CID } from "multiformats/cid";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { fromHex } from "../../../sdk/hex.ts";

/** The text of a binary CID (`0x…`); null when it is none. */
export function cidText(cid: string): string | null {
  try {
    return CID.decode(fromHex(cid)).toString();
  } catch {
    return null;
  }
}

/** The bytes of a document while their SHA-256 is taken. */
export function hashed(documents: ReadableDocuments, cid: string) {
  const hash = createHash("sha256");
  async function* bytes() {
    for await (const piece of documents.get(cid)) {
      hash.update(piece);
      yield piece;
    }
  }
  return { bytes: bytes(), sha256: () => `0x${hash.digest("hex")}` };
}

/** What a failure to read a document means for the audit; anything unexplained is thrown on. */
export function documentFinding(error: unknown): { code: string; found: string } {
  if (!(error instanceof ProngsaiError)) throw error;
  const found = error.texts.en.what;
  if (error.code === "DOCUMENT_UNAVAILABLE") return { code: "DOCUMENT_MISSING", found };
  if (/^(?:CID|DOCUMENT)_/.test(error.code)) return { code: "DOCUMENT_ALTERED", found };
  return { code: error.code, found };
}
