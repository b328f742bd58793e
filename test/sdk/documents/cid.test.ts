import * as dagPb from "@ipld/dag-pb";
import { expect } from "chai";
import { UnixFS } from "ipfs-unixfs";
import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { sha256 } from "multiformats/hashes/sha2";
import { CHUNK_BYTES, MAX_LINKS } from "../../../sdk/documents/parameters.ts";
import { writeUnixfs } from "../../../sdk/documents/unixfs-write.ts";

interface Node {
  cid: CID;
  bytes: number;
  tsize: number;
}

/** The balanced tree of the UnixFS specification, built level by level and independently of the importer. */
async function expectedCid(content: Uint8Array): Promise<string> {
  const leaves: Node[] = [];
  for (let at = 0; at < content.length || at === 0; at += CHUNK_BYTES) {
    const chunk = content.subarray(at, at + CHUNK_BYTES);
    const cid = CID.createV1(raw.code, await sha256.digest(chunk));
    leaves.push({ cid, bytes: chunk.length, tsize: chunk.length });
  }
  let level = leaves;
  while (level.length > 1) {
    const parents: Node[] = [];
    for (let at = 0; at < level.length; at += MAX_LINKS) {
      const children = level.slice(at, at + MAX_LINKS);
      const unixfs = new UnixFS({ type: "file", blockSizes: children.map((child) => BigInt(child.bytes)) });
      const block = dagPb.encode({
        Data: unixfs.marshal(),
        Links: children.map((child) => ({ Hash: child.cid, Name: "", Tsize: child.tsize })),
      });
      parents.push({
        cid: CID.createV1(dagPb.code, await sha256.digest(block)),
        bytes: children.reduce((sum, child) => sum + child.bytes, 0),
        tsize: block.length + children.reduce((sum, child) => sum + child.tsize, 0),
      });
    }
    level = parents;
  }
  return level[0]!.cid.toString();
}

function patterned(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0, state = length + 1; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

const nowhere = { put: async () => {} };

describe("a document's CID", () => {
  it("of no bytes and of hello world is the one that every IPFS node prints", async () => {
    // From the multihash rule alone: base32 of 01 55 12 20 and the SHA-256.
    const empty = await writeUnixfs(new Uint8Array(), nowhere);
    expect(empty.cid).to.equal("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
    const hello = await writeUnixfs(new TextEncoder().encode("hello world"), nowhere);
    expect(hello.cid).to.equal("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
    expect(hello.sha256).to.equal("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
    expect(hello.size).to.equal(11);
  });

  const sizes = [
    0,
    1,
    CHUNK_BYTES - 1,
    CHUNK_BYTES,
    CHUNK_BYTES + 1,
    5 * CHUNK_BYTES + 77,
    MAX_LINKS * CHUNK_BYTES,
    MAX_LINKS * CHUNK_BYTES + 1,
  ];
  for (const size of sizes) {
    it(`of ${size} bytes is that of an independently built tree`, async function () {
      this.timeout(20_000);
      const content = patterned(size);
      const stored = await writeUnixfs(content, nowhere);
      expect(stored.cid).to.equal(await expectedCid(content));
      expect(stored.size).to.equal(size);
    });
  }

  it("does not depend on how the bytes arrive", async () => {
    const content = patterned(CHUNK_BYTES * 2 + 5);
    async function* pieces() {
      for (let at = 0; at < content.length; at += 99_991) yield content.subarray(at, at + 99_991);
    }
    expect(await writeUnixfs(pieces(), nowhere)).to.deep.equal(await writeUnixfs(content, nowhere));
  });
});
