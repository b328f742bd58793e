import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import type { Citation } from "../ledger/replay.ts";
import type { Part } from "../part.ts";
import { cidText, documentFinding, hashed } from "./fetch.ts";

const AT_ONCE = 8;

async function check(citation: Citation, documents: ReadableDocuments, part: Part): Promise<void> {
  const { cid, digest, event, role, block, txHash } = citation;
  const text = cidText(cid);
  const entity = `${role} of ${event} (${text ?? cid})`;
  part.count("documents");
  if (!text) {
    part.finds("DOCUMENT_ALTERED", entity, { found: cid, expected: "a CID" }, { block, txHash });
    return;
  }
  const { bytes, sha256 } = hashed(documents, text);
  try {
    for await (const piece of bytes) void piece;
  } catch (error) {
    const { code, found } = documentFinding(error);
    part.finds(code, entity, { found, expected: "the document that was recorded" }, { block, txHash });
    return;
  }
  const found = sha256();
  if (found !== digest.toLowerCase())
    part.finds("DOCUMENT_DIGEST", entity, { found, expected: digest }, { block, txHash });
}

/** Every document that an event cites can be had and is the one that was recorded. */
export async function checkCitedDocuments(
  citations: Iterable<Citation>,
  documents: ReadableDocuments,
  part: Part,
): Promise<void> {
  const waiting = citations[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next())
      await check(next.value, documents, part);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  part.findings.sort((a, b) => (a.block ?? 0) - (b.block ?? 0) || a.entity.localeCompare(b.entity));
}
