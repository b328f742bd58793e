import { expect } from "chai";
import { concat, type Log } from "ethers";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { registrar } from "../../scripts/demo/cast.ts";
import { budgetStates } from "../../sdk/budget-states.ts";
import type { StateName } from "../../sdk/budget-states.ts";
import { th } from "../../web/i18n/th/index.ts";
import { startReaderChecks } from "./support/reader-checks.ts";
import type { ReaderChecks } from "./support/reader-checks.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CODE = "TH-2568-91001-000002-55";
const NUMBER = "67119524001";
/** Has an obligation over several years. */
const OBLIGED = "TH-2568-91002-000002-71";

/** Where an event stands, as the mirror's columns hold it. */
type Place = { address: Buffer; block: number; txHash: Buffer; logIndex: number };

const bytes = (hex: string) => Buffer.from(hex.slice(2), "hex");
const placeOf = ({ address, blockNumber, transactionHash, index }: Log): Place => ({
  address: bytes(address),
  block: blockNumber,
  txHash: bytes(transactionHash),
  logIndex: index,
});

/** A contract that logs its input: the first four words as topics, the rest as data. */
const REPEATER = "0x601d8060093d393df3" + "60803603608060003760603560403560203560003560803603" + "6000a400";

describe("web: the reader's own check", function () {
  this.timeout(240_000);
  let reader: ReaderChecks;
  before(async () => {
    reader = await startReaderChecks();
  });
  after(() => reader?.stop());

  /** The entry of the imported file, told once more by a contract that repeats whatever it is given. */
  async function anchoredElsewhere(): Promise<{ own: Place; right: Place }> {
    const { provider, deployment } = reader.api.mirror.demo;
    const { address } = deployment.contracts["ImportAnchor"]!;
    const [right] = await provider.getLogs({ address, fromBlock: 0 });
    const signer = registrar.connect(provider);
    const free = { gasPrice: 0n, gasLimit: 1_000_000n };
    const deployed = await (await signer.sendTransaction({ data: REPEATER, ...free })).wait();
    const to = deployed!.contractAddress!;
    const data = concat([...right!.topics, right!.data]);
    const told = await (await signer.sendTransaction({ to, data, ...free })).wait();
    expect(told!.logs[0]).to.deep.include({ topics: right!.topics, data: right!.data });
    await reader.api.mirror.reaches(told!.blockNumber);
    return { own: placeOf(told!.logs[0]!), right: placeOf(right!) };
  }

  const subjects: [string, string, string][] = [
    ["a year's money", "/", "ยอดรวมปีงบประมาณ 2569"],
    ["a year's ceiling", "/", th.home.verifyYear.replace("{{year}}", "2569")],
    ["an overdue milestone", "/", "งวดงานเลขที่ 7"],
    ["a project's money", `/p/${CODE}`, `เงินของโครงการ ${CODE}`],
    ["one budget line", `/p/${CODE}`, "วงเงินที่ 2"],
    ["a contract", `/p/${CODE}`, "สัญญา DS-15/2568"],
    ["a milestone", `/p/${CODE}`, "งวดงานเลขที่ 6"],
    ["a payment", `/p/${CODE}`, "รายการจ่ายที่ 8"],
    ["money carried forward", `/p/${CODE}`, th.project.moves.title],
    ["a revision", "/p/TH-2568-91002-000001-74", th.project.moves.title],
    ["an obligation over several years", `/p/${OBLIGED}`, th.project.moves.title],
    ["an agency's money", "/agency/91001", "ยอดรวมของหน่วยงาน"],
    ["a project in the list of all", "/projects", `เงินของโครงการ ${CODE}`],
    ["a project in its agency's list", "/agency/91001", `เงินของโครงการ ${CODE}`],
    ["a project in the list of what was reported", `/reported?q=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["a reported project that was searched for", `/search?q=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["a whole register", "/integrity", "ทะเบียน: ทะเบียนการจ่ายเงิน"],
    ["how many there are on the ledger", "/", th.home.verifyCounts],
    ["what needs attention", "/", th.home.verifyAttention],
    ["all reported data", "/", th.home.verifyReported],
    ["a reported project", `/verify?code=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["a reported project with each of its contracts", `/reported/egp:${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["an imported file", "/imports/1", "ชุดข้อมูลที่ 1"],
    ["an imported file in the list of all", "/imports", "ชุดข้อมูลที่ 1"],
    ["a project by its code", `/verify?code=${CODE}`, `เงินของโครงการ ${CODE}`],
  ];
  for (const [name, path, subject] of subjects) {
    it(`agrees on ${name}, and says what was done`, async () => {
      const { mark, steps } = await reader.check(path, subject);
      expect(mark).to.equal(th.verify.mark.agrees);
      expect(steps.length).to.be.greaterThan(1);
      expect(steps[0]).to.include(`${reader.api.url}/rpc`).and.include("31337");
    });
  }

  const kept: [kind: string, path: string, subject: string][] = [
    ["totals", "/", "ยอดรวมปีงบประมาณ 2569"],
    ["counts", `/p/${CODE}`, th.project.verifyCounts],
    ["values", `/p/${CODE}`, "รายการจ่ายที่ 8"],
    ["journal", "/integrity", "ทะเบียน: ทะเบียนการจ่ายเงิน"],
    ["import", "/imports/1", "ชุดข้อมูลที่ 1"],
  ];
  for (const [kind, path, subject] of kept) {
    it(`hands out evidence of ${kind} with which npm run verify agrees`, async () => {
      const { evidence } = await reader.check(path, subject);
      expect(JSON.parse(readFileSync(evidence!, "utf8"))).to.have.property("kind", kind);
      const args = ["scripts/verify.ts", evidence!, "--rpc", reader.api.mirror.demo.chain.rpcUrl];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
      expect([status, stderr], stdout).to.deep.equal([0, ""]);
      expect(stdout).to.include("AGREES").and.not.include("✘");
    });
  }

  it("asks the address that the reader chose, and nobody else", async () => {
    const own = reader.api.mirror.demo.chain.rpcUrl;
    const { mark, steps } = await reader.check(`/p/${CODE}`, "งวดงานเลขที่ 6", own);
    expect(mark).to.equal(th.verify.mark.agrees);
    expect(steps[0]).to.include(own).and.not.include("/rpc");
  });

  it("says that it cannot be checked when nobody answers there, and claims nothing", async () => {
    const { mark, rows } = await reader.check(`/p/${CODE}`, "งวดงานเลขที่ 6", "http://127.0.0.1:9");
    expect(mark).to.equal(th.verify.mark.unknown);
    expect(rows).to.deep.equal([]);
  });

  it("does not agree on a milestone whose accepted sum was altered", async () => {
    const row = "milestone_id = 6";
    const { mark, rows } = await reader.altered(
      `UPDATE mirror.milestone SET accepted = accepted + 5000 WHERE ${row}`,
      `UPDATE mirror.milestone SET accepted = accepted - 5000 WHERE ${row}`,
      () => reader.check(`/p/${CODE}`, "งวดงานเลขที่ 6"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.accepted, "1,000,050.00 บาท", "1,000,000.00 บาท"]]);
  });

  it("names the states of an altered milestone in the reader's words", async () => {
    const number = (state: StateName<"milestone">) => budgetStates.milestone.indexOf(state) + 1;
    const change = (from: StateName<"milestone">, to: StateName<"milestone">) =>
      `UPDATE mirror.milestone SET state = ${number(to)} WHERE milestone_id = 6 AND state = ${number(from)}`;
    const { rows } = await reader.altered(
      change("ACCEPTED", "REJECTED"),
      change("REJECTED", "ACCEPTED"),
      () => reader.check(`/p/${CODE}`, "งวดงานเลขที่ 6"),
    );
    const { REJECTED, ACCEPTED } = th.words.milestoneState;
    expect(rows).to.deep.equal([[th.checks.field.state, REJECTED, ACCEPTED]]);
  });

  for (const [path, id] of [
    [`/p/${CODE}`, 6],
    ["/", 7],
  ] as const) {
    it(`does not agree on a milestone of ${path} whose day was altered`, async () => {
      const change = (sign: string) =>
        `UPDATE mirror.milestone SET due_at = due_at ${sign} 86400 WHERE milestone_id = ${id}`;
      const { mark, rows } = await reader.altered(change("-"), change("+"), () =>
        reader.check(path, `งวดงานเลขที่ ${id}`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.dueAt]);
      expect(rows[0]![1]).to.not.equal(rows[0]![2]);
    });
  }

  it("does not agree on a budget line whose year, type, source or end was altered", async () => {
    const at = "WHERE line_id = 2";
    const { mark, rows } = await reader.altered(
      `UPDATE mirror.appropriation_line SET year = year + 1, expense_type = expense_type + 1,
       fund_source = 'NO-' || fund_source, closed = NOT closed ${at}`,
      `UPDATE mirror.appropriation_line SET year = year - 1, expense_type = expense_type - 1,
       fund_source = substr(fund_source, 4), closed = NOT closed ${at}`,
      () => reader.check(`/p/${CODE}`, "วงเงินที่ 2"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    const { fiscalYear, expenseType, fundSource, closed } = th.checks.field;
    expect(rows.map(([item]) => item)).to.deep.equal([fiscalYear, expenseType, fundSource, closed]);
    expect(rows[0]!.slice(1)).to.deep.equal(["2569", "2568"]);
    for (const [, said, ledger] of rows) expect(said).to.not.equal(ledger);
  });

  it("agrees on an amended contract, and does not when the mirror hides its amendment", async () => {
    const found = await reader.database.query<{ project: string; kind: number; number: string; bps: string }>(
      `SELECT project, contract_kind AS kind, contract_number AS number, increase_bps::text AS bps
       FROM mirror.commitment WHERE amendments = 1 AND increase_bps > 0 ORDER BY commitment_id LIMIT 1`,
    );
    const { project, kind, number, bps } = found.rows[0]!;
    const { PURCHASE_ORDER, CONTRACT } = th.words.commitmentKind;
    const subject = `${kind === 0 ? PURCHASE_ORDER : CONTRACT} ${number}`;
    const agreed = await reader.check(`/p/${project}`, subject);
    expect(agreed.mark).to.equal(th.verify.mark.agrees);
    expect(agreed.compared).to.include(th.checks.field.amendments).and.include(th.checks.field.increaseBps);
    const change = (amendments: number, increase: string) =>
      `UPDATE mirror.commitment SET amendments = ${amendments}, increase_bps = ${increase}
       WHERE contract_number = '${number}'`;
    const { mark, rows } = await reader.altered(change(0, "0"), change(1, bps), () =>
      reader.check(`/p/${project}`, subject),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    const percent = `${Math.round(Number(bps) / 10) / 10}%`;
    expect(rows).to.deep.equal([
      [th.checks.field.amendments, "0", "1"],
      [th.checks.field.increaseBps, "0%", percent],
    ]);
  });

  for (const [table, subject] of [
    ["milestone", "งวดงานเลขที่ "],
    ["disbursement", "รายการจ่ายที่ "],
    ["commitment", null],
  ] as const) {
    it(`does not agree on a ${table} that the mirror shows under another project`, async () => {
      const found = await reader.database.query<{ id: string; code: string; name: string }>(
        `SELECT a.${table}_id::text AS id, a.project AS code, c.contract_number AS name FROM mirror.${table} a
         JOIN mirror.commitment c ON c.commitment_id = a.commitment_id WHERE a.project <> '${CODE}'
         ORDER BY a.${table}_id LIMIT 1`,
      );
      const { id, code, name } = found.rows[0]!;
      const change = (project: string) =>
        `UPDATE mirror.${table} SET project = '${project}' WHERE ${table}_id = ${id}`;
      const { CONTRACT, PURCHASE_ORDER } = th.words.commitmentKind;
      const kind = await reader.database.query<{ kind: number }>(
        `SELECT contract_kind AS kind FROM mirror.commitment WHERE contract_number = '${name}'`,
      );
      const contract = `${kind.rows[0]!.kind === 0 ? PURCHASE_ORDER : CONTRACT} ${name}`;
      const { mark, rows } = await reader.altered(change(CODE), change(code), () =>
        reader.check(`/p/${CODE}`, subject ? `${subject}${id}` : contract),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows).to.deep.equal([[th.checks.field.code, CODE, code]]);
    });
  }

  for (const path of ["/projects", "/agency/91001"]) {
    it(`does not agree on a project's row of ${path} when one of its lines was altered`, async () => {
      const row = "line_id = (SELECT min(line_id) FROM mirror.appropriation_line WHERE project = $code)";
      const change = (sign: string) =>
        `UPDATE mirror.appropriation_line SET paid = paid ${sign} 5000 WHERE ${row.replace("$code", `'${CODE}'`)}`;
      const { mark, rows } = await reader.altered(change("+"), change("-"), () =>
        reader.check(path, `เงินของโครงการ ${CODE}`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.paid]);
    });
  }

  it("does not agree on a contract that was put into the mirror: the ledger has no such entry", async () => {
    const forged = '{"commitment_id": 999, "contract_number": "FAKE-1/2568"}';
    const { mark, rows } = await reader.altered(
      `INSERT INTO mirror.commitment SELECT (jsonb_populate_record(c, '${forged}')).* FROM mirror.commitment c
       WHERE project = '${CODE}' LIMIT 1`,
      "DELETE FROM mirror.commitment WHERE commitment_id = 999",
      () => reader.check(`/p/${CODE}`, "สัญญา FAKE-1/2568"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.length).to.be.above(1);
    for (const [, , ledger] of rows) expect(ledger).to.equal(th.checks.noEntry);
  });

  for (const path of [`/verify?code=${NUMBER}`, `/reported?q=${NUMBER}`, `/search?q=${NUMBER}`]) {
    it(`does not agree on a reported project whose budget was altered, on ${path}`, async () => {
      const row = `value = '${NUMBER}'`;
      const { mark, rows } = await reader.altered(
        `UPDATE mirror.reported_project SET budget = budget + 100 WHERE ${row}`,
        `UPDATE mirror.reported_project SET budget = budget - 100 WHERE ${row}`,
        () => reader.check(path, `โครงการเลขที่ ${NUMBER}`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows).to.deep.equal([[th.checks.field.budget, "1,481.00 บาท", "1,480.00 บาท"]]);
    });
  }

  it("does not agree on a contract of a reported project whose price was altered", async () => {
    const row = `reported_id = (SELECT reported_id FROM mirror.reported_project WHERE value = '${NUMBER}')`;
    const { mark, rows } = await reader.altered(
      `UPDATE mirror.reported_contract SET agreed = agreed + 100 WHERE ${row}`,
      `UPDATE mirror.reported_contract SET agreed = agreed - 100 WHERE ${row}`,
      () => reader.check(`/reported/egp:${NUMBER}`, `โครงการเลขที่ ${NUMBER}`),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.have.length(1);
    expect(rows[0]!.map((text) => text.replace(/^.*: /, ""))).to.deep.equal([
      th.checks.contract.replace("{{number}}", "–"),
      "1,481.00 บาท",
      "1,480.00 บาท",
    ]);
  });

  const moves: [name: string, path: string, table: string, column: string, where: string, item: string][] = [
    [
      "money carried forward",
      CODE,
      "carry_forward",
      "amount",
      `project = '${CODE}'`,
      "กันเงินจากวงเงินที่ 2 ไปวงเงินที่ 12",
    ],
    [
      "a revision",
      "TH-2568-91002-000001-74",
      "revision_move",
      "amount",
      "revision_id = 1",
      "โอนจากวงเงินที่ 4 ไปวงเงินที่ 5",
    ],
    ["an obligation", OBLIGED, "obligation", "total", "obligation_id = 1", "ภาระผูกพันข้ามปีที่ 1 รวม"],
    [
      "an obligation's year",
      OBLIGED,
      "obligation_year",
      "amount",
      "obligation_id = 1 AND year = 2569",
      "ภาระผูกพันข้ามปีที่ 1 ปี 2569",
    ],
  ];
  for (const [name, code, table, column, where, item] of moves) {
    it(`does not agree on the sum of ${name} that was altered`, async () => {
      const change = (sign: string) =>
        `UPDATE mirror.${table} SET ${column} = ${column} ${sign} 100 WHERE ${where}`;
      const { mark, rows } = await reader.altered(change("+"), change("-"), () =>
        reader.check(`/p/${code}`, th.project.moves.title),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([of]) => of)).to.deep.equal([item]);
    });
  }

  it("does not agree on a year whose ceiling was altered", async () => {
    const { mark, rows } = await reader.altered(
      "UPDATE mirror.fiscal_year SET ceiling = ceiling + 100 WHERE year = 2569",
      "UPDATE mirror.fiscal_year SET ceiling = ceiling - 100 WHERE year = 2569",
      () => reader.check("/", th.home.verifyYear.replace("{{year}}", "2569")),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.ceiling]);
  });

  it("does not agree on an overdue milestone of the home page whose amount was altered", async () => {
    const { mark, rows } = await reader.altered(
      "UPDATE mirror.milestone SET amount = amount + 100 WHERE milestone_id = 7",
      "UPDATE mirror.milestone SET amount = amount - 100 WHERE milestone_id = 7",
      () => reader.check("/", "งวดงานเลขที่ 7"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.amount]);
  });

  it("does not agree on a file of the list that is told to have more rows", async () => {
    const { mark, rows } = await reader.altered(
      "UPDATE mirror.import_batch SET row_count = row_count + 1 WHERE batch_id = 1",
      "UPDATE mirror.import_batch SET row_count = row_count - 1 WHERE batch_id = 1",
      () => reader.check("/imports", "ชุดข้อมูลที่ 1"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.rowCount, "251", "250"]]);
  });

  it("compares in a list what the list shows, and nothing else", async () => {
    const { compared } = await reader.check(`/search?q=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`);
    expect(compared).to.include(th.checks.field.title).and.include(th.checks.field.budget);
    expect(compared).to.not.include(th.checks.field.agreed);
  });

  it("does not agree on a file that the ledger knows by another number", async () => {
    const { mark, rows } = await reader.altered(
      "UPDATE mirror.import_batch SET batch_id = 7 WHERE batch_id = 1",
      "UPDATE mirror.import_batch SET batch_id = 1 WHERE batch_id = 7",
      () => reader.check("/imports/7", "ชุดข้อมูลที่ 7"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.batchId, "7", "1"]]);
  });

  it("does not believe what a contract says that the ledger's directory does not list", async () => {
    const impostor = await anchoredElsewhere();
    const restore = async (place: Place) => {
      await reader.database.query("UPDATE mirror.journal SET address = $1 WHERE contract = 'ImportAnchor'", [
        place.address,
      ]);
      for (const [table, which] of [
        ["import_batch", "batch_id = 1"],
        ["event", "name = 'BatchAnchored'"],
      ] as const) {
        const change = `UPDATE mirror.${table} SET block = $1, tx_hash = $2, log_index = $3 WHERE ${which}`;
        const { rowCount } = await reader.database.query(change, [place.block, place.txHash, place.logIndex]);
        expect(rowCount, table).to.equal(1);
      }
    };
    await restore(impostor.own);
    await reader.api.restart();
    try {
      const { mark, rows } = await reader.check("/imports/1", "ชุดข้อมูลที่ 1");
      expect(mark).to.equal(th.verify.mark.unknown);
      expect(rows).to.deep.equal([]);
    } finally {
      await restore(impostor.right);
    }
  });

  it("does not agree on a line that was taken out of the mirror: the sum shows it", async () => {
    const row = "line_id = 12";
    const { mark, rows } = await reader.altered(
      `UPDATE mirror.appropriation_line SET project = 'TH-2568-91001-000001-58' WHERE ${row}`,
      `UPDATE mirror.appropriation_line SET project = '${CODE}' WHERE ${row}`,
      () => reader.check(`/p/${CODE}`, `เงินของโครงการ ${CODE}`),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.include(th.checks.field.committed);
  });
});
