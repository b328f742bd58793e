import { expect } from "chai";
import { KuboDocuments } from "../../../sdk/documents/index.ts";
import { codeOf, collect, documentsContract, strangerCid } from "./contract.ts";

const url = process.env.IPFS_API_URL;

describe("documents in an IPFS node", () => {
  it("are unavailable, not absent, when the node does not answer", async () => {
    // Port 9 (discard) of this machine: nothing answers there.
    const documents = new KuboDocuments("http://127.0.0.1:9", { blockTimeoutMs: 2_000 });
    expect(await codeOf(collect(documents.get(strangerCid)))).to.equal("DOCUMENT_UNAVAILABLE");
    expect(await codeOf(documents.pinState(strangerCid))).to.equal("DOCUMENT_UNAVAILABLE");
    expect(await codeOf(documents.put(new Uint8Array([1])))).to.equal("DOCUMENTS_UNWRITABLE");
  });

  // The real node: `IPFS_API_URL=http://127.0.0.1:5001 npx mocha test/sdk/documents/kubo.test.ts`.
  if (!url) it("do what the folder of blocks does (set IPFS_API_URL to a Kubo node to run)");
});

if (url) documentsContract("Kubo", async () => new KuboDocuments(url, { blockTimeoutMs: 3_000 }));
