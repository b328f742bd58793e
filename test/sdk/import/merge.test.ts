import { expect } from "chai";
import { foldReported } from "../../../sdk/import/index.ts";
import { releasePackage, thaiRelease, packageOf } from "./ocds/example.ts";
import { egp, read } from "./reading.ts";

describe("rows of one project", () => {
  it("of e-GP are its contracts: the budget counts once, each agreed price counts", async () => {
    const rows = await read(
      egp({ "ราคาตกลงซื้อ/จ้าง": "500" }, { "ราคาตกลงซื้อ/จ้าง": "480.25", "งบประมาณ(บาท)": "9,999" }),
    );
    const project = foldReported(rows.reported);
    expect(project.budgetSatang).to.equal(148_000n);
    expect(project.contracts.map(({ agreedSatang }) => agreedSatang)).to.deep.equal([50_000n, 48_025n]);
    expect(project.rows).to.have.length(2);
  });

  it("of OCDS are releases: the later non-null value stands, an award disappears behind its contract", async () => {
    const { reported } = await read(releasePackage, "ocds");
    const project = foldReported(reported);
    expect(project.contracts.map(({ id }) => id)).to.deep.equal(["ocds-213czf-000-00001-contract-01"]);
    expect(project.release!.id).to.equal("ocds-213czf-000-00001-06-implementation");
    expect(project.methodGroup).to.equal("open");
  });

  it("of OCDS stand in order of their dates, whatever their order in the file", async () => {
    const list = [
      thaiRelease({ id: "late", date: "2025-02-01T00:00:00Z", tender: { title: "ใหม่" } }),
      thaiRelease({ id: "early", date: "2024-02-01T00:00:00Z", tender: { title: "เก่า", status: "active" } }),
    ];
    const project = foldReported((await read(packageOf(list), "ocds")).reported);
    expect(project.title).to.equal("ใหม่");
    expect(project.status).to.equal("active");
  });
});
