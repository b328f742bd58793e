import { parse } from "csv-parse/sync";
import { expect } from "chai";
import { createHash } from "node:crypto";
import http from "node:http";
import { csvCell } from "../../../api/rest/exports/csv.ts";
import { whileHeld } from "../support/held.ts";
import { importedApi } from "../support/imported.ts";
import { runningApi } from "../support/running.ts";
import { get, json } from "./support/get.ts";
import type { Envelope, Row } from "./support/get.ts";

interface Manifest {
  readonly kind: string;
  readonly view: string;
  readonly asOfBlock: number;
  readonly journals: readonly { contract: string; count: number; root: string }[];
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

const sha256 = (bytes: Buffer) => `0x${createHash("sha256").update(bytes).digest("hex")}`;

/** Parts an NDJSON export as docs/api.md tells a reader to. */
function parted(bytes: Buffer): { body: Buffer; rows: Row[]; manifest: Manifest } {
  const at = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  const body = bytes.subarray(0, at);
  const rows = body
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
  return {
    body,
    rows,
    manifest: (JSON.parse(bytes.subarray(at).toString()) as { manifest: Manifest }).manifest,
  };
}

const ndjsonOf = (rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const exported = async (path: string) => parted((await get(path)).bytes);

const SETS = [
  "projects",
  "lines",
  "commitments",
  "milestones",
  "disbursements",
  "revisions",
  "obligations",
  "carry-forwards",
  "flags",
  "agencies",
  "reported-projects",
  "import-batches",
  "red-flags",
  "events",
  "refusals",
];
const FILTER =
  "?fiscalYear=2568&minBudget=100000&maxBudget=100000000&source=egp&orderBy=BUDGET&direction=DESC&query=";

describe("exports", function () {
  this.timeout(120_000);

  for (const set of SETS) {
    it(`give all ${set} exactly as the list does, with a manifest that fits`, async () => {
      const { body, rows, manifest } = await exported(`/v1/${set}.ndjson`);
      const list = await json(`/v1/${set}?limit=1000&count=true`);
      expect(list.page.next, "the list fits a page").to.equal(null);
      expect(rows).to.deep.equal(list.data);
      expect(body.toString(), "byte for byte").to.equal(ndjsonOf(list.data));
      expect(rows.length).to.equal(list.page.totalCount).and.above(0);
      expect(manifest).to.include({
        kind: "prongsai-export/1",
        rows: rows.length,
        bytes: body.length,
        sha256: sha256(body),
        asOfBlock: list.meta.block,
      });
    });
  }

  it("hold exactly the filtered view, in its order", async () => {
    for (const query of ["ซื้อ", "", "เทศบาล", "ไม่มีแน่นอน"]) {
      const filter = FILTER + encodeURIComponent(query);
      const { rows } = await exported(`/v1/reported-projects.ndjson${filter}`);
      const list = await json(`/v1/reported-projects${filter}&limit=1000`);
      expect(rows).to.deep.equal(list.data);
    }
    const named = encodeURIComponent("ชื่อที่มี ' และ \" และ \\ และ $1, {}");
    expect((await exported(`/v1/reported-projects.ndjson?agency=${named}`)).rows).to.deep.equal([]);
    const flagged = await exported(
      "/v1/reported-projects.ndjson?flag=agreed-above-budget,REFERENCE_ABOVE_BUDGET",
    );
    const list = await json(
      "/v1/reported-projects?flag=agreed-above-budget&flag=REFERENCE_ABOVE_BUDGET&limit=1000",
    );
    expect(flagged.rows.length).to.be.lessThan(250);
    expect(
      (await exported("/v1/reported-projects.ndjson?flag=REFERENCE_ABOVE_BUDGET")).rows.length,
    ).to.be.above(0);
    expect(list.data.length).to.be.at.least(flagged.rows.length);
  });

  it("hold suppliers, several contracts and notes as the list does, byte for byte", async () => {
    const { url } = await importedApi();
    for (const query of ["importBatch=2", "importBatch=2&orderBy=AGREED", "flag=REFERENCE_ABOVE_BUDGET"]) {
      const list = (await (
        await fetch(`${url}/v1/reported-projects?${query}&limit=1000`)
      ).json()) as Envelope;
      const file = await fetch(`${url}/v1/reported-projects.ndjson?${query}`);
      const { body } = parted(Buffer.from(await file.arrayBuffer()));
      expect(body.toString(), query).to.equal(ndjsonOf(list.data)).and.not.equal("");
      const text = JSON.stringify(list.data);
      if (query === "importBatch=2")
        for (const part of ['"taxId":"0105599000017"', '"contractCount":2', '"number":"2/2568"'])
          expect(text).to.contain(part);
    }
  });

  it("are as of one block, which the manifest names: asked for again, the bytes are the same", async () => {
    for (const set of ["reported-projects", "commitments"]) {
      const now = await get(`/v1/${set}.ndjson`);
      const { manifest, body } = parted(now.bytes);
      const again = parted((await get(manifest.view)).bytes);
      expect(again.body.equals(body)).to.equal(true);
      expect(again.manifest).to.deep.equal(manifest);
    }
    const { data } = await json("/v1/commitments?limit=1");
    const { block } = data[0]!.provenance as { block: number };
    const before = await exported(`/v1/commitments.ndjson?asOfBlock=${block - 60}`);
    const after = await exported("/v1/commitments.ndjson");
    expect(before.rows.length).to.be.lessThan(after.rows.length);
    expect(before.manifest.asOfBlock).to.equal(block - 60);
  });

  it("name the journals' roots as the chain has them", async () => {
    const { manifest } = await exported("/v1/lines.ndjson");
    const { data } = await json("/v1/journals");
    expect(manifest.journals).to.deep.equal(
      data.map(({ contract, onChainCount, onChainRoot }) => ({
        contract,
        count: onChainCount,
        root: onChainRoot,
      })),
    );
    const { manifest: past } = await exported("/v1/lines.ndjson?asOfBlock=100");
    const events = await json("/v1/events?asOfBlock=100&limit=1000&count=true");
    expect(past.journals.reduce((sum, { count }) => sum + count, 0)).to.equal(events.page.totalCount);
  });

  it("have their manifest beside them, for files that have no place for it", async () => {
    const file = await get("/v1/reported-projects.csv?lang=th");
    const link = file.headers.get("Link")!.match(/^<([^>]+)>; rel="describedby"/)![1]!;
    const manifest = await json<Manifest>(link);
    expect(manifest).to.include({ rows: 250, bytes: file.bytes.length, sha256: sha256(file.bytes) });
    expect((await get(manifest.view)).bytes.equals(file.bytes)).to.equal(true);
    const english = await json<Manifest>("/v1/reported-projects.csv/manifest?lang=en");
    expect(english.sha256).not.to.equal(manifest.sha256);
  });

  it("open in Thai spreadsheets: byte order mark, headers in the language, amounts in baht", async () => {
    const { bytes, headers } = await get("/v1/reported-projects.csv?lang=th");
    expect(bytes.subarray(0, 3).toString("hex")).to.equal("efbbbf");
    expect(headers.get("Content-Type")).to.equal("text/csv; charset=utf-8");
    expect(headers.get("Content-Disposition")).to.match(
      /^attachment; filename="prongsai-reported-projects-block-\d+\.csv"$/,
    );
    const [header, ...rows] = parse(bytes, { bom: true }) as string[][];
    expect(header).to.include.members(["เลขที่โครงการ", "ชื่อโครงการ", "งบประมาณ (บาท)", "จังหวัด"]);
    const { data } = await json("/v1/reported-projects?limit=1000");
    const column = (name: string) => header!.indexOf(name);
    expect(rows.map((row) => row[column("ชื่อโครงการ")])).to.deep.equal(data.map(({ title }) => title));
    expect(rows.map((row) => row[column("งบประมาณ (บาท)")]!.replace(".", ""))).to.deep.equal(
      data.map(({ budget }) => String(budget).padStart(3, "0")),
    );
    const english = parse((await get("/v1/reported-projects.csv?lang=en")).bytes, {
      bom: true,
    }) as string[][];
    expect(english[0]).to.include("Budget (baht)");
  });

  it("have a heading in both languages for every column of every set", async () => {
    for (const set of SETS) {
      const thai = parse((await get(`/v1/${set}.csv?lang=th`)).bytes, { bom: true, to: 1 }) as string[][];
      for (const heading of thai[0]!) expect(heading, set).to.match(/[ก-๙]|CID|SHA-256/);
      const english = parse((await get(`/v1/${set}.csv?lang=en`)).bytes, { bom: true, to: 1 }) as string[][];
      for (const heading of english[0]!) expect(heading, set).to.match(/^[A-Z][^ก-๙]+$/);
      expect(new Set(english[0]).size, `${set}: ${english[0]!.join("|")}`).to.equal(english[0]!.length);
    }
  });

  it("never hand a spreadsheet a formula", () => {
    for (const attack of [
      "=1+1",
      "+1+cmd",
      "-1+1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      '=HYPERLINK("http://x","y")',
    ]) {
      const cell = csvCell(attack);
      const [[value]] = parse(`${cell}\r\n`, { relax_quotes: false }) as [[string]];
      expect(value).to.equal(`'${attack}`);
    }
    for (const plain of ["-12.50", "12", "ซื้อ 1 + 1", "a=b"]) expect(csvCell(plain)).to.equal(plain);
  });

  it("answer HEAD without reading the rows", async () => {
    const { url } = await runningApi();
    const response = await fetch(`${url}/v1/reported-projects.ndjson`, { method: "HEAD" });
    expect(response.status).to.equal(200);
    expect(response.headers.get("Content-Type")).to.match(/^application\/x-ndjson/);
    expect(await response.text()).to.equal("");
  });

  it("stop in the database when the client leaves", async () => {
    const api = await runningApi();
    // The export cannot go on by itself: only the reader's leaving ends it.
    await whileHeld(api, "reported_flag", async ({ waited }) => {
      const request = http.get(`${api.url}/v1/reported-projects.ndjson`);
      request.on("error", () => undefined);
      await waited("COPY", 1);
      request.destroy();
      await waited("COPY", 0);
    });
    expect((await exported("/v1/reported-projects.ndjson")).rows).to.have.length(250);
  });

  it("run a few at once, and say so to the next", async () => {
    const api = await runningApi();
    await whileHeld(api, "reported_flag", async ({ waited }) => {
      const waiting = Array.from({ length: 4 }, () => {
        const request = http.get(`${api.url}/v1/reported-projects.ndjson`);
        return request.on("error", () => undefined);
      });
      try {
        // Only now is every place taken: another export before would have taken the place of one of them.
        await waited("COPY", 4);
        const answer = await get("/v1/lines.ndjson");
        expect(answer.status).to.equal(429);
        expect(answer.headers.get("Retry-After")).to.equal("5");
        expect(answer.text).to.contain("EXPORT_BUSY");
        expect((await get("/v1/lines")).status, "reads go on").to.equal(200);
      } finally {
        for (const request of waiting) request.destroy();
      }
      await waited("COPY", 0);
    });
    expect((await exported("/v1/lines.ndjson")).rows, "the places are free again").not.to.be.empty;
  });
});
