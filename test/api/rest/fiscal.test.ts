import { parse } from "csv-parse/sync";
import { expect } from "chai";
import { createHash } from "node:crypto";
import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import { chainEvents, stateAt } from "../support/replayed.ts";
import { runningApi } from "../support/running.ts";
import { get, json } from "./support/get.ts";

interface Package {
  profile: string;
  resources: {
    path: string;
    bytes: number;
    hash: string;
    schema: { fields: { name: string; type: string; columnType: string }[]; primaryKey: string[] };
  }[];
  "prongsai:ledger": { asOfBlock: number; rows: number; journals: object[] };
}

const PACKAGE = "/fiscal/datapackage.json";

describe("the Fiscal Data Package", function () {
  this.timeout(60_000);

  /** The table that a descriptor names, with what the descriptor says of it. */
  async function table(path: string) {
    const descriptor = await json<Package>(path);
    const [resource] = descriptor.resources as [Package["resources"][number]];
    const { bytes } = await get(resource.path.replace(/^https?:\/\/[^/]+/, ""));
    const rows = parse(bytes, { columns: true }) as Record<string, string>[];
    return { descriptor, resource, bytes, rows };
  }

  it("describes its table: columns, types of the fiscal ontology, bytes and hash", async () => {
    const { descriptor, resource, bytes, rows } = await table(PACKAGE);
    expect(descriptor.profile).to.equal("fiscal-data-package");
    expect(resource.bytes).to.equal(bytes.length);
    expect(resource.hash).to.equal(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
    expect(Object.keys(rows[0]!)).to.deep.equal(resource.schema.fields.map(({ name }) => name));
    const types = resource.schema.fields.map(({ columnType }) => columnType);
    expect(types).to.include.members(["value", "date:fiscal-year", "phase:id", "direction"]);
    expect(
      new Set(rows.map((row) => resource.schema.primaryKey.map((key) => row[key]).join())).size,
    ).to.equal(rows.length);
    expect(descriptor["prongsai:ledger"].rows).to.equal(rows.length);
    const { data } = await json("/v1/journals");
    expect(descriptor["prongsai:ledger"].journals).to.deep.equal(
      data.map(({ contract, onChainCount, onChainRoot }) => ({
        contract,
        count: onChainCount,
        root: onChainRoot,
      })),
    );
  });

  it("holds what the chain's events add up to, now and as of an earlier block", async () => {
    const { mirror } = await runningApi();
    const events = await chainEvents(mirror.demo);
    const paid = events.filter(({ name }) => name === "DisbursementPaid").at(5)!.block;
    for (const block of [paid, null]) {
      const { lines } = stateAt(events, block ?? Infinity);
      const { rows, descriptor } = await table(block === null ? PACKAGE : `${PACKAGE}?asOfBlock=${block}`);
      if (block !== null) expect(descriptor["prongsai:ledger"].asOfBlock).to.equal(block);
      const baht = (satang: bigint) => Number(satang) / 100;
      const expected = [...lines].flatMap(([id, { code, year, agency, expenseType, counters: c }]) =>
        (
          [
            ["approved", c.approved],
            ["adjusted", c.approved + c.carriedIn + c.adjIn - c.adjOut],
            ["committed", c.committed],
            ["executed", c.paid - c.returned],
          ] as const
        ).map(([phase, amount]) => ({
          line: String(id),
          fiscal_year: String(Number(year) - 543),
          phase_id: phase,
          agency_code: String(agency),
          expense_type_code: String(expenseType),
          project_code: decodeBytes32Text(code),
          amount: baht(amount),
        })),
      );
      expect(
        rows.map(({ line, fiscal_year, phase_id, agency_code, expense_type_code, project_code, amount }) => ({
          line,
          fiscal_year,
          phase_id,
          agency_code,
          expense_type_code,
          project_code,
          amount: Number(amount),
        })),
      ).to.deep.equal(expected);
    }
  });

  it("names agencies, projects and provinces in full", async () => {
    const { rows } = await table(PACKAGE);
    expect(rows[0]).to.include({
      direction: "expenditure",
      agency: "เทศบาลตำบลดอนสาธิต",
      expense_type: "งบลงทุน",
      province: "TH-50",
      phase_label: "Appropriated by the budget act",
    });
    expect(rows[0]!.project).to.match(/^ก่อสร้างถนนคอนกรีต/);
  });

  it("is refused for a block that is not there and for parameters that it does not have", async () => {
    expect((await get(`${PACKAGE}?asOfBlock=99999999`)).text).to.contain("AS_OF_UNAVAILABLE");
    expect((await get("/fiscal/budget.csv?year=2568")).text).to.contain("PARAMETER_UNKNOWN");
    expect((await get("/fiscal/nothing.csv")).status).to.equal(404);
  });
});
