import { expect } from "chai";
import { toHex } from "../../../sdk/hex.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import { anchoredHeads, publishedActions } from "../../support/log/published.ts";
import type { AnchoredHead } from "../../support/log/published.ts";
import { runningApi } from "../support/running.ts";
import { get, json } from "./support/get.ts";

const SERVICE = "th.go.sathit-city.sign-tax";

interface LogManifest {
  readonly rows: number;
  readonly asOfBlock: number;
  readonly log: { readonly size: number; readonly root: string; readonly anchor: object };
}

describe("the export of a whole log", function () {
  this.timeout(60_000);
  let heads: AnchoredHead[];

  before(async () => {
    const { mirror } = await runningApi();
    heads = (await anchoredHeads(mirror.demo)).filter(({ service }) => service === SERVICE);
  });

  async function exported(query = ""): Promise<{ lines: string[]; manifest: LogManifest }> {
    const { status, text } = await get(`/v1/services/${SERVICE}/log.ndjson${query}`);
    expect(status).to.equal(200);
    const lines = text.trimEnd().split("\n");
    const { manifest } = JSON.parse(lines.pop()!) as { manifest: LogManifest };
    return { lines, manifest };
  }

  it("holds the very bytes that were hashed: its lines give the root that the chain holds", async () => {
    const { mirror } = await runningApi();
    const published = (await publishedActions(mirror.demo)).filter(({ service }) => service === SERVICE);
    const { lines, manifest } = await exported();
    expect(lines).to.deep.equal(published.map(({ text }) => text));
    const { size, root, block, txHash, logIndex } = heads.at(-1)!;
    expect(toHex(merkleRoot(lines.map((line) => leafHash(Buffer.from(line)))))).to.equal(root);
    expect(manifest.log).to.deep.include({
      service: SERVICE,
      size,
      root,
      anchor: { block, txHash, logIndex },
    });
    expect(manifest.rows).to.equal(size);
    expect(await json(`/v1/services/${SERVICE}/log.ndjson/manifest`)).to.deep.equal(manifest);
  });

  it("is the log as it stood after a block, and empty before the first anchor", async () => {
    for (const { size, root, block } of heads.slice(0, 2)) {
      const { lines, manifest } = await exported(`?asOfBlock=${block}`);
      expect(toHex(merkleRoot(lines.map((line) => leafHash(Buffer.from(line)))))).to.equal(root);
      expect([manifest.asOfBlock, manifest.log.size]).to.deep.equal([block, size]);
    }
    const { lines, manifest } = await exported(`?asOfBlock=${heads[0]!.block - 1}`);
    expect(lines).to.deep.equal([]);
    expect(manifest.log).to.deep.include({ size: 0, root: toHex(merkleRoot([])), anchor: null });
  });

  it("refuses a service that there is not", async () => {
    const { status, text } = await get("/v1/services/th.go.none/log.ndjson");
    expect([status, (JSON.parse(text) as { code: string }).code]).to.deep.equal([404, "NOT_FOUND"]);
  });

  it("stands beside lists of actions, their files, and one entry in full", async () => {
    const list = await json(`/v1/services/${SERVICE}/actions?limit=1000&count=true`);
    expect(list.page.totalCount).to.equal(heads.at(-1)!.size);
    const { text } = await get(`/v1/services/${SERVICE}/actions.ndjson`);
    expect(
      text
        .split("\n")
        .slice(0, -2)
        .map((line) => JSON.parse(line) as unknown),
    ).to.deep.equal(list.data);
    const csv = await get(`/v1/services/${SERVICE}/actions.csv?lang=th`);
    expect(csv.text.split("\r\n").length - 2).to.equal(list.data.length);
    const { data } = await json<{ data: { record: string } }>(`/v1/services/${SERVICE}/actions/0`);
    expect((await exported()).lines[0]).to.equal(data.record);
  });
});
