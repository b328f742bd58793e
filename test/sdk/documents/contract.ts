import { expect } from "chai";
import type { Documents } from "../../../sdk/documents/index.ts";
import { CHUNK_BYTES, FolderDocuments } from "../../../sdk/documents/index.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

export async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
  return "nothing was refused";
}

/** CIDv1 of a raw block that was never stored anywhere: the SHA-256 of nothing in particular. */
export const strangerCid = "bafkreieq5jui4j25lacwomsqgjeswwl3y5zcdrresptwgmfylxo2depppq";

/** What every implementation of `Documents` must do. */
export function documentsContract(name: string, open: () => Promise<Documents>): void {
  describe(`documents in ${name}`, () => {
    let documents: Documents;
    let folder: string;
    before(async () => {
      documents = await open();
      folder = await mkdtemp(join(tmpdir(), "prongsai-documents-"));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    for (const size of [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 180 * CHUNK_BYTES]) {
      it(`gives back ${size} bytes, pinned, under the CID that the folder of blocks computes`, async function () {
        this.timeout(30_000);
        const content = new Uint8Array(size).map((_, i) => (i * 31 + (i >> 12)) & 255);
        const stored = await documents.put(content);
        expect(stored).to.deep.equal(await new FolderDocuments(folder).put(content));
        expect(Buffer.compare(await collect(documents.get(stored.cid)), content)).to.equal(0);
        expect(await documents.has(stored.cid)).to.equal(true);
        expect(await documents.pinState(stored.cid)).to.equal("pinned");
      });
    }

    it("keeps the same bytes twice without another CID", async () => {
      const content = new TextEncoder().encode("สัญญาเลขที่ ๑/๒๕๖๘");
      expect(await documents.put(content)).to.deep.equal(await documents.put(content));
    });

    it("calls a document that it cannot give unavailable, not absent, and unpinned", async () => {
      expect(await codeOf(collect(documents.get(strangerCid)))).to.equal("DOCUMENT_UNAVAILABLE");
      expect(await documents.has(strangerCid)).to.equal(false);
      expect(await documents.pinState(strangerCid)).to.equal("unpinned");
    });

    it("passes an error of the content on and pins nothing", async () => {
      async function* failing() {
        yield new TextEncoder().encode("first half");
        throw new Error("the pipe broke");
      }
      const error = await documents.put(failing()).catch((caught: unknown) => caught);
      expect(String(error)).to.contain("the pipe broke");
    });

    for (const cid of [
      "",
      "not a cid",
      "QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH",
      "bafyrefaapwvc4yvd6j7gtalu",
    ]) {
      it(`refuses ${JSON.stringify(cid)} as an identifier`, async () => {
        expect(await codeOf((async () => collect(documents.get(cid)))())).to.equal("CID_MALFORMED");
      });
    }
  });
}
