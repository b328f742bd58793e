import { expect } from "chai";
import { budgetStates } from "../../sdk/budget-states.ts";
import type { StateName } from "../../sdk/budget-states.ts";
import { flagText } from "../../sdk/import/texts.ts";
import { redFlagRule } from "../../sdk/redflags/index.ts";
import { th } from "../../web/i18n/th/index.ts";
import { startReaderChecks } from "./support/reader-checks.ts";
import type { ReaderChecks } from "./support/reader-checks.ts";

const CODE = "TH-2568-91001-000002-55";
const NUMBER = "67119524001";

describe("web: the reader's own check of what a list leaves out", function () {
  this.timeout(240_000);
  let reader: ReaderChecks;
  before(async () => {
    reader = await startReaderChecks();
  });
  after(() => reader?.stop());

  const filters = {
    "a province": { province: "เชียงใหม่" },
    "words with Thai digits": { q: "จำนวน ๑ รายการ" },
    "an agency by part of its name": { q: "เทศบาล" },
    "a number": { q: NUMBER },
    "a range of budgets": { min: "1000", max: "50000" },
    "a note of the import": { flag: "REFERENCE_ABOVE_BUDGET" },
    "one file": { batch: "1", source: "egp", year: "2568" },
  };
  for (const [name, filter] of Object.entries(filters)) {
    it(`agrees on the totals of reported data that ${name} leaves`, async () => {
      const path = `/reported?${new URLSearchParams(filter)}`;
      const { mark, steps } = await reader.check(path, th.reported.verifyTotals);
      expect(mark).to.equal(th.verify.mark.agrees);
      expect(steps.at(-1)).to.include("250");
    });
  }

  it("does not agree on filtered totals when the mirror's budget of one project was altered", async () => {
    const row = `value = '${NUMBER}'`;
    const { mark, rows } = await reader.altered(
      `UPDATE mirror.reported_project SET budget = budget + 100 WHERE ${row}`,
      `UPDATE mirror.reported_project SET budget = budget - 100 WHERE ${row}`,
      () => reader.check(`/reported?q=${NUMBER}`, th.reported.verifyTotals),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.reported.budget, "1,481.00 บาท", "1,480.00 บาท"]]);
  });

  it("does not agree on the number of agencies when one was taken out of the mirror", async () => {
    const { mark, rows } = await reader.without("agency", "code", () =>
      reader.check("/", th.home.verifyCounts),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted.agencies]);
  });

  const counted: [
    thing: keyof typeof th.checks.counted,
    table: string,
    key: string,
    path: string,
    mark: string,
  ][] = [
    ["projects", "project", "code", "/projects", th.projects.verifyCounts],
    ["agencies", "agency", "code", "/projects?q=9100", th.projects.verifyAgencies],
    ["flags", "flag", "flag_id", "/flags", th.flags.verifyCount],
    ["imports", "import_batch", "batch_id", "/imports", th.imports.verifyCount],
  ];
  for (const [thing, table, key, path, subject] of counted) {
    it(`counts ${thing} on ${path} anew: agrees, and does not when the mirror lacks one`, async () => {
      expect((await reader.check(path, subject)).mark).to.equal(th.verify.mark.agrees);
      const { mark, rows } = await reader.without(table, key, () => reader.check(path, subject));
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted[thing]]);
    });
  }

  it("does not believe another register in the place of the one that it names", async () => {
    const { contracts } = reader.api.mirror.demo.deployment;
    const hex = (name: string) => contracts[name]!.address.slice(2);
    const [own, other] = [hex("BudgetFlags"), hex("ImportAnchor")];
    const change = (address: string) =>
      `UPDATE mirror.deployment SET target = decode('${address}', 'hex') WHERE name = 'BudgetFlags'`;
    const { mark, rows } = await reader.altered(change(other), change(own), () =>
      reader.check("/flags", th.flags.verifyCount),
    );
    // It remembers where the registers seemed to stand.
    await reader.api.restart();
    expect(mark).to.equal(th.verify.mark.unknown);
    expect(rows).to.deep.equal([]);
  });

  const ofProject = [
    ["lines", "appropriation_line", "line_id", "project"],
    [
      "milestones",
      "milestone",
      "milestone_id",
      "(SELECT project FROM mirror.commitment c WHERE c.commitment_id = a.commitment_id)",
    ],
    [
      "payments",
      "disbursement",
      "disbursement_id",
      "(SELECT project FROM mirror.commitment c WHERE c.commitment_id = a.commitment_id)",
    ],
    ["flags", "flag", "flag_id", "project"],
  ] as const;
  for (const [thing, table, key, project] of ofProject) {
    it(`counts ${thing} of a project anew, and does not agree when the mirror lacks one`, async () => {
      const newest = await reader.database.query<{ code: string }>(
        `SELECT ${project} AS code FROM mirror.${table} a ORDER BY ${key} DESC LIMIT 1`,
      );
      const path = `/p/${newest.rows[0]!.code}`;
      const subject = th.project.verifyCounts;
      expect((await reader.check(path, subject)).mark).to.equal(th.verify.mark.agrees);
      const { mark, rows } = await reader.without(table, key, () => reader.check(path, subject));
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.include(th.checks.counted[thing]);
    });
  }

  it("does not agree on the contracts of a project when the mirror gives one to another project", async () => {
    const { rows: found } = await reader.database.query<{ id: string; other: string }>(
      `SELECT commitment_id::text AS id, (SELECT min(code) FROM mirror.project WHERE code <> '${CODE}') AS other
       FROM mirror.commitment WHERE project = '${CODE}' ORDER BY commitment_id LIMIT 1`,
    );
    const { id, other } = found[0]!;
    const change = (code: string) =>
      `UPDATE mirror.commitment SET project = '${code}' WHERE commitment_id = ${id}`;
    const { mark, rows } = await reader.altered(change(other), change(CODE), () =>
      reader.check(`/p/${CODE}`, th.project.verifyCounts),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.include(th.checks.counted.commitments);
  });

  for (const [thing, table, key] of [
    ["projects", "project", "code"],
    ["flags", "flag", "flag_id"],
  ] as const) {
    it(`counts ${thing} of an agency anew, and does not agree when the mirror lacks one`, async () => {
      const newest = await reader.database.query<{ agency: number }>(
        `SELECT p.agency FROM mirror.${table} a JOIN mirror.project p ON p.code = ${table === "flag" ? "a.project" : "a.code"}
         ORDER BY a.${key} DESC LIMIT 1`,
      );
      const path = `/agency/${newest.rows[0]!.agency}`;
      const subject = th.agency.verifyCounts;
      expect((await reader.check(path, subject)).mark).to.equal(th.verify.mark.agrees);
      const { mark, rows } = await reader.without(table, key, () => reader.check(path, subject));
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted[thing]]);
    });
  }

  for (const view of ["state=ACTIVE", "year=2568", "flagged=1", "state=ACTIVE&year=2569&flagged=1"]) {
    it(`agrees on the number of projects with ${view}`, async () => {
      const { mark, compared } = await reader.check(`/projects?${view}`, th.projects.verifyPart);
      expect(mark).to.equal(th.verify.mark.agrees);
      expect(compared).to.include(th.checks.counted.projects);
    });
  }

  it("does not agree on projects of a state when the mirror gives one another state", async () => {
    const change = (from: number, to: number) =>
      `UPDATE mirror.project SET state = ${to} WHERE code = '${CODE}' AND state = ${from}`;
    const number = (name: StateName<"project">) => budgetStates.project.indexOf(name) + 1;
    const [active, suspended] = [number("ACTIVE"), number("SUSPENDED")];
    const { mark, rows } = await reader.altered(change(active, suspended), change(suspended, active), () =>
      reader.check("/projects?state=ACTIVE", th.projects.verifyPart),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted.projects]);
  });

  it("does not agree on an empty list of reported projects when the mirror hides the one that there is", async () => {
    const change = (current: boolean) =>
      `UPDATE mirror.reported_project SET current = ${current} WHERE value = '${NUMBER}'`;
    const { mark, rows } = await reader.altered(change(false), change(true), () =>
      reader.check(`/reported?q=${NUMBER}`, th.reported.verifyTotals),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows[0]).to.deep.equal([th.checks.reported.count, "0", "1"]);
  });

  it("does not agree on overdue milestones when one of them was hidden", async () => {
    const late = "state IN (1, 2, 4, 5) AND due_at < (SELECT block_timestamp FROM mirror.checkpoint)";
    const found = await reader.database.query<{ id: string; state: number }>(
      `SELECT milestone_id::text AS id, state FROM mirror.milestone WHERE ${late} ORDER BY milestone_id LIMIT 1`,
    );
    const { id, state } = found.rows[0]!;
    const { mark, rows } = await reader.altered(
      `UPDATE mirror.milestone SET state = 3 WHERE milestone_id = ${id}`,
      `UPDATE mirror.milestone SET state = ${state} WHERE milestone_id = ${id}`,
      () => reader.check("/", th.home.verifyAttention),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted.overdue]);
  });

  it("says why the number of refused entries cannot be checked here", async () => {
    const { mark, rows, steps } = await reader.check("/", th.home.verifyRefused);
    expect(mark).to.equal(th.verify.mark.unknown);
    expect([rows, steps]).to.deep.equal([[], []]);
  });

  describe("of a signal", () => {
    const title = (rule: string) => redFlagRule(rule)!.title.th;
    type Signal = {
      subjectKey: string;
      inputs: { name: string; value: string }[];
      reportedProject: { scheme: string; number: string } | null;
      milestone: { milestoneId: string; projectCode: string } | null;
    };

    async function first(rule: string): Promise<Signal> {
      const { data } = await reader.api.ask<{ redFlags: { nodes: Signal[] } }>(
        `{ redFlags(rule: ["${rule}"]) { nodes { subjectKey inputs { name value }
          reportedProject { scheme number } milestone { milestoneId projectCode } } } }`,
      );
      return data!.redFlags.nodes[0]!;
    }

    for (const rule of ["contradiction", "milestone-overdue", "one-person-two-duties"]) {
      it(`agrees on the page of its rule: ${rule}`, async () => {
        const { subjectKey, reportedProject } = await first(rule);
        const { mark, compared } = await reader.check(
          `/flags/${rule}`,
          `${title(rule)} (${reportedProject?.number ?? subjectKey})`,
        );
        expect(mark).to.equal(th.verify.mark.agrees);
        for (const { label } of redFlagRule(rule)!.inputs) expect(compared).to.include(label.th);
      });
    }

    it("agrees on the page of the project that it concerns, of the ledger and reported", async () => {
      const { milestone } = await first("milestone-overdue");
      const { reportedProject } = await first("contradiction");
      const { scheme, number } = reportedProject!;
      const pages = [
        [`/p/${milestone!.projectCode}`, title("milestone-overdue")],
        [`/reported/${scheme}:${number}`, title("contradiction")],
      ] as const;
      for (const [path, subject] of pages)
        expect((await reader.check(path, subject)).mark, path).to.equal(th.verify.mark.agrees);
    });

    const found = (rule: string) => th.flags.verifyFound.replace("{{rule}}", title(rule));

    for (const path of ["/flags", "/flags/$rule"]) {
      for (const rule of ["agreed-above-budget", "payment-before-acceptance", "one-person-two-duties"]) {
        it(`agrees on ${path} on how often a rule holds: ${rule}`, async () => {
          const { mark, compared } = await reader.check(path.replace("$rule", rule), found(rule));
          expect(mark).to.equal(th.verify.mark.agrees);
          expect(compared).to.include(th.checks.signal.count);
        });
      }
    }

    it("says why it cannot count documents that are missing", async () => {
      const { mark, rows } = await reader.check("/flags/missing-evidence", found("missing-evidence"));
      expect(mark).to.equal(th.verify.mark.unknown);
      expect(rows).to.deep.equal([]);
    });

    it("does not agree when the mirror hides a milestone that is overdue", async () => {
      const { subjectKey } = await first("milestone-overdue");
      const change = (sign: string) =>
        `UPDATE mirror.milestone SET due_at = due_at ${sign} 1000000000 WHERE milestone_id = ${subjectKey}`;
      const { mark, rows } = await reader.altered(change("+"), change("-"), () =>
        reader.check("/flags/milestone-overdue", found("milestone-overdue")),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      const [[item, said, ledger]] = rows as [[string, string, string]];
      expect([item, Number(said)]).to.deep.equal([th.checks.signal.count, Number(ledger) - 1]);
    });

    it("does not agree when the mirror hides what a file contradicts", async () => {
      const { reportedProject } = await first("contradiction");
      const change = (current: boolean) =>
        `UPDATE mirror.reported_project SET current = ${current} WHERE value = '${reportedProject!.number}'`;
      const { mark, rows } = await reader.altered(change(false), change(true), () =>
        reader.check("/flags/contradiction", found("contradiction")),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      const [[item, said, files]] = rows as [[string, string, string]];
      expect([item, Number(said)]).to.deep.equal([th.checks.signal.count, Number(files) - 1]);
    });

    it("does not agree when the mirror shows one signal twice in the place of another", async () => {
      // It remembers the signals of the mirror that the test before altered.
      await reader.api.restart();
      const { data } = await reader.api.ask<{ redFlags: { nodes: Signal[] } }>(
        `{ redFlags(rule: ["contradiction"]) { nodes { reportedProject { scheme number } } } }`,
      );
      const [one, other] = data!.redFlags.nodes.map(({ reportedProject }) => reportedProject!.number);
      const change = (from: string, to: string) =>
        `UPDATE mirror.reported_project SET value = '${to}' WHERE reported_id =
         (SELECT max(reported_id) FROM mirror.reported_project WHERE value = '${from}')`;
      const { rows: ids } = await reader.database.query<{ id: string }>(
        `SELECT reported_id::text AS id FROM mirror.reported_project WHERE value = '${other}'`,
      );
      const back = `UPDATE mirror.reported_project SET value = '${other}' WHERE reported_id = ${ids[0]!.id}`;
      const { mark, rows } = await reader.altered(change(other!, one!), back, () =>
        reader.check("/flags/contradiction", found("contradiction")),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows).to.deep.equal([[`egp:${one}`, "2", "1"]]);
    });

    it("does not agree when the mirror accuses another project", async () => {
      const { subjectKey, milestone } = await first("milestone-overdue");
      const { projectCode } = milestone!;
      const other = projectCode === CODE ? "TH-2568-91001-000001-58" : CODE;
      const change = (code: string) =>
        `UPDATE mirror.milestone SET project = '${code}' WHERE milestone_id = ${subjectKey}`;
      const { mark, rows } = await reader.altered(change(other), change(projectCode), () =>
        reader.check("/flags/milestone-overdue", `${title("milestone-overdue")} (${subjectKey})`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows).to.deep.equal([[th.checks.field.code, other, projectCode]]);
    });

    it("does not agree when the mirror tells another day of a milestone", async () => {
      const { subjectKey } = await first("milestone-overdue");
      const change = (sign: string) =>
        `UPDATE mirror.milestone SET due_at = due_at ${sign} 86400 WHERE milestone_id = ${subjectKey}`;
      const { mark, rows } = await reader.altered(change("-"), change("+"), () =>
        reader.check("/flags/milestone-overdue", `${title("milestone-overdue")} (${subjectKey})`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal(["กำหนดส่ง"]);
    });

    it("does not agree when the mirror accuses a milestone that was accepted, and says that the rule does not hold", async () => {
      const found = await reader.database.query<{ id: string }>(
        "SELECT milestone_id::text AS id FROM mirror.milestone WHERE state = 3 ORDER BY milestone_id LIMIT 1",
      );
      const { id } = found.rows[0]!;
      const change = (state: number) =>
        `UPDATE mirror.milestone SET state = ${state} WHERE milestone_id = ${id}`;
      const { mark, rows } = await reader.altered(change(2), change(3), () =>
        reader.check("/flags/milestone-overdue", `${title("milestone-overdue")} (${id})`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.at(-1)).to.deep.equal([
        title("milestone-overdue"),
        th.checks.signal.holds,
        th.checks.signal.holdsNot,
      ]);
    });

    it("does not agree when the mirror accuses a reported project of what its file does not say", async () => {
      const { reportedProject } = await first("contradiction");
      const { number } = reportedProject!;
      const change = (from: string, to: string) =>
        `UPDATE mirror.reported_flag SET code = '${to}' WHERE code = '${from}' AND reported_id =
         (SELECT reported_id FROM mirror.reported_project WHERE value = '${number}')`;
      const codes = ["REFERENCE_ABOVE_BUDGET", "SIGNED_BEFORE_ANNOUNCED"] as const;
      const { mark, rows } = await reader.altered(change(...codes), change(codes[1], codes[0]), () =>
        reader.check("/flags/contradiction", `${title("contradiction")} (${number})`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows).to.deep.equal([
        ["ข้อขัดแย้งที่พบ", flagText.SIGNED_BEFORE_ANNOUNCED.th, flagText.REFERENCE_ABOVE_BUDGET.th],
      ]);
    });
  });

  it("asks neither the ledger nor for a file before a reader of a list wants it", async () => {
    const page = await reader.browser.newPage({
      baseURL: reader.api.url,
      viewport: { width: 1280, height: 900 },
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    for (const path of ["/projects", "/reported", "/flags/contradiction", `/search?q=${NUMBER}`]) {
      await page.goto(path, { waitUntil: "networkidle" });
      const mark = page.getByRole("button", { name: new RegExp(`^${th.verify.mark.unchecked}: `) });
      await mark.first().isEnabled();
    }
    expect(asked.filter((path) => /^\/(rpc|documents)/.test(path))).to.deep.equal([]);
    await page.close();
  });
});
