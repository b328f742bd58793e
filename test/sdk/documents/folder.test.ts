import { expect } from "chai";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHUNK_BYTES, FolderDocuments } from "../../../sdk/documents/index.ts";
import { codeOf, collect, documentsContract } from "./contract.ts";

const folders: string[] = [];
async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prongsai-documents-"));
  folders.push(folder);
  return folder;
}
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

documentsContract("a folder of blocks", async () => new FolderDocuments(await freshFolder()));

describe("a folder of blocks", () => {
  after(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  it("is read by another instance, as after a restart", async () => {
    const folder = await freshFolder();
    const { cid } = await new FolderDocuments(folder).put(new TextEncoder().encode("ประกาศ"));
    expect(Buffer.from(await collect(new FolderDocuments(folder).get(cid))).toString()).to.equal("ประกาศ");
  });

  it("notices one altered byte of one block and hands out nothing of that block", async () => {
    const folder = await freshFolder();
    const documents = new FolderDocuments(folder);
    const content = new Uint8Array(3 * CHUNK_BYTES).map((_, i) => i >> 10);
    const { cid } = await documents.put(content);
    const leaves = (await filesOf(join(folder, "blocks"))).filter((file) => !file.endsWith(cid));
    const block = await readFile(leaves[0]!);
    block[7]! ^= 1;
    await writeFile(leaves[0]!, block);
    expect(await codeOf(collect(documents.get(cid)))).to.equal("DOCUMENT_ALTERED");
    expect(await codeOf(documents.has(cid))).to.equal("DOCUMENT_ALTERED");
  });

  it("calls a document with one missing block unavailable", async () => {
    const folder = await freshFolder();
    const documents = new FolderDocuments(folder);
    const { cid } = await documents.put(new Uint8Array(2 * CHUNK_BYTES).map((_, i) => i >> 16));
    const leaf = (await filesOf(join(folder, "blocks"))).find((file) => !file.endsWith(cid));
    await rm(leaf!);
    expect(await codeOf(collect(documents.get(cid)))).to.equal("DOCUMENT_UNAVAILABLE");
    expect(await documents.has(cid)).to.equal(false);
  });

  it("leaves no temporary file, and no pin for a document whose content broke off", async () => {
    const folder = await freshFolder();
    async function* failing() {
      yield new Uint8Array(2 * CHUNK_BYTES);
      throw new Error("the pipe broke");
    }
    await new FolderDocuments(folder).put(failing()).catch(() => {});
    const files = await filesOf(folder);
    expect(files.filter((file) => file.includes(".tmp") || file.includes("pins"))).to.deep.equal([]);
  });

  it("keeps one document put by eight writers at once", async () => {
    const folder = await freshFolder();
    const documents = new FolderDocuments(folder);
    const content = new Uint8Array(CHUNK_BYTES + 9).fill(5);
    const stored = await Promise.all(Array.from({ length: 8 }, () => documents.put(content)));
    expect(new Set(stored.map(({ cid }) => cid)).size).to.equal(1);
    expect(Buffer.compare(await collect(documents.get(stored[0]!.cid)), content)).to.equal(0);
    expect((await filesOf(folder)).filter((file) => file.includes(".tmp"))).to.deep.equal([]);
  });

  it("says that it cannot be written when its folder is a file", async () => {
    const folder = await freshFolder();
    const file = join(folder, "occupied");
    await writeFile(file, "");
    await chmod(file, 0o600);
    expect(await codeOf(new FolderDocuments(file).put(new Uint8Array(3)))).to.equal("DOCUMENTS_UNWRITABLE");
  });

  it("refuses to read a directory node as a file", async () => {
    const folder = await freshFolder();
    // The empty UnixFS directory, known to every IPFS node.
    const cid = "bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354";
    const documents = new FolderDocuments(folder);
    await documents.put(new Uint8Array([1]));
    const { mkdir } = await import("node:fs/promises");
    await mkdir(join(folder, "blocks", "54"), { recursive: true });
    await writeFile(join(folder, "blocks", "54", cid), Uint8Array.from([0x0a, 0x02, 0x08, 0x01]));
    expect(await codeOf(collect(documents.get(cid)))).to.equal("DOCUMENT_NOT_A_FILE");
  });
});
