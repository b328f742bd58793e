import { expect } from "chai";
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GatewayDocuments } from "../../../sdk/documents/index.ts";
import { codeOf, collect, strangerCid } from "../../sdk/documents/contract.ts";
import { startHttpServer } from "../../sdk/support/http-server.ts";
import type { ApiFixture } from "../../support/api.ts";
import { runningApi } from "../support/running.ts";

describe("blocks of published documents at /ipfs", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let folder: string;
  /** documents with all their blocks, by their pins */
  let cids: string[];
  before(async () => {
    api = await runningApi();
    folder = join(api.mirror.demo.directory, "documents");
    cids = readdirSync(join(folder, "pins")).map((name) => name.replace(".json", ""));
  });

  const path = (cid: string) => join(folder, "blocks", cid.slice(-2), cid);

  it("give every document to a reader who checks them", async () => {
    const documents = new GatewayDocuments(api.url);
    for (const cid of cids) {
      const own = await collect(api.mirror.demo.documents.get(cid));
      expect(Buffer.compare(await collect(documents.get(cid)), own), cid).to.equal(0);
    }
  });

  it("are given as they are, for ever, and the file itself to whoever does not ask for blocks", async () => {
    const [cid] = cids.filter((one) => one.startsWith("bafkrei"));
    const block = await fetch(`${api.url}/ipfs/${cid}?format=raw`);
    expect(block.headers.get("content-type")).to.equal("application/vnd.ipld.raw");
    expect(block.headers.get("cache-control")).to.include("immutable");
    const again = await fetch(`${api.url}/ipfs/${cid}`, {
      headers: {
        accept: "application/vnd.ipld.raw",
        "if-none-match": block.headers.get("etag")!,
        // Otherwise the client asks for a fresh answer.
        "cache-control": "max-age=0",
      },
    });
    expect(again.status).to.equal(304);
    const file = await fetch(`${api.url}/ipfs/${cid}`);
    expect(file.headers.get("content-type")).to.not.equal("application/vnd.ipld.raw");
    expect(file.headers.get("content-security-policy")).to.include("sandbox");
    expect((await fetch(`${api.url}/ipfs/${cid}`, { method: "POST" })).status).to.equal(405);
  });

  it("are refused in words when they are not there, altered, or no CID", async () => {
    const documents = new GatewayDocuments(api.url);
    const code = async (cid: string) => {
      const answer = await fetch(`${api.url}/ipfs/${cid}?format=raw`);
      return `${answer.status} ${((await answer.json()) as { code: string }).code}`;
    };
    expect(await code(strangerCid)).to.equal("503 DOCUMENT_UNAVAILABLE");
    expect(await codeOf(collect(documents.get(strangerCid)))).to.equal("DOCUMENT_UNAVAILABLE");
    expect(await code("nonsense")).to.equal("404 CID_MALFORMED");
    const [cid] = cids;
    renameSync(path(cid!), `${path(cid!)}.kept`);
    try {
      writeFileSync(path(cid!), "something else");
      expect(await code(cid!)).to.equal("502 DOCUMENT_ALTERED");
    } finally {
      renameSync(`${path(cid!)}.kept`, path(cid!));
    }
  });

  it("are not believed by their reader: a gateway that gives another block is found out", async () => {
    const liar = await startHttpServer(
      async (_, response) => void response.writeHead(200).end("another block"),
    );
    try {
      const documents = new GatewayDocuments(liar.url);
      expect(await codeOf(collect(documents.get(cids[0]!)))).to.equal("DOCUMENT_ALTERED");
    } finally {
      await liar.stop();
    }
  });

  it("are waited for when the gateway is busy, as long as it asks", async () => {
    const [cid] = cids.filter((one) => one.startsWith("bafkrei"));
    const block = await api.mirror.demo.documents.block(cid!);
    let asked = 0;
    const busy = await startHttpServer(async (_, response) => {
      if (++asked < 3) response.writeHead(429, { "retry-after": "1" }).end("wait");
      else response.writeHead(200).end(block);
    });
    try {
      const from = performance.now();
      await collect(new GatewayDocuments(busy.url).get(cid!));
      expect(asked).to.equal(3);
      expect(performance.now() - from).to.be.at.least(1_900);
    } finally {
      await busy.stop();
    }
  });
});
