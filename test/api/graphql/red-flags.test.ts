import { expect } from "chai";
import { redFlagRule, redFlagRules } from "../../../sdk/redflags/index.ts";
import { importedApi, satang } from "../support/imported.ts";
import type { ImportedApi } from "../support/imported.ts";

interface Flag {
  id: string;
  version: number;
  subjectKind: string;
  subjectKey: string;
  rule: { id: string };
  inputs: { name: string; value: string; unit: string | null; label: { th: string; en: string } }[];
  reportedProject: { number: string } | null;
  project: { code: string } | null;
  flags: { flagId: string; rule: string }[];
}

const FIELDS = `id version subjectKind subjectKey rule { id } inputs { name value unit label { th en } }
  reportedProject { number } project { code } line { lineId } commitment { commitmentId } milestone { milestoneId }
  disbursement { disbursementId } flags { flagId rule }`;

const WATERWORKS = "TH-2568-91001-000002-55";

describe("red flags", function () {
  this.timeout(120_000);
  let api: ImportedApi;
  before(async () => void (api = await importedApi()));

  async function list(args: string): Promise<{ nodes: Flag[]; totalCount: number }> {
    const { data, errors } = await api.ask<{ redFlags: { nodes: Flag[]; totalCount: number } }>(
      `{ redFlags(first: 1000 ${args && `, ${args}`}) { totalCount nodes { ${FIELDS} } } }`,
    );
    expect(errors).to.equal(undefined);
    expect(data!.redFlags.totalCount).to.equal(data!.redFlags.nodes.length);
    return data!.redFlags;
  }
  const inputsOf = (flag: Flag) => Object.fromEntries(flag.inputs.map(({ name, value }) => [name, value]));

  it("come with every rule's text, version, parameters and how often it holds", async () => {
    const { data } = await api.ask<{
      redFlagRules: (Record<string, unknown> & { id: string; count: number })[];
    }>(
      "{ redFlagRules { id version title { th en } text { th en } appliesTo parameters { name value unit } count } }",
    );
    for (const [i, { id, version, title, text, appliesTo, parameters }] of redFlagRules.entries()) {
      const rule = { id, version, title, text, appliesTo, parameters };
      expect(data!.redFlagRules[i], id).to.deep.include(rule);
    }
    expect(data!.redFlagRules).to.have.length(redFlagRules.length);
    for (const { id, count } of data!.redFlagRules)
      expect((await list(`rule: ["${id}"]`)).totalCount, id).to.equal(count);
  });

  it("can each be recomputed from the inputs that are shown", async () => {
    const { nodes } = await list("");
    expect(nodes.length).to.be.above(15);
    for (const flag of nodes) {
      const rule = redFlagRule(flag.rule.id)!;
      expect(flag.id).to.equal(`${rule.id}@${rule.version}:${flag.subjectKind}:${flag.subjectKey}`);
      const inputs = Object.fromEntries(rule.inputs.map(({ name }) => [name, inputsOf(flag)[name] ?? null]));
      expect(rule.holds(inputs), flag.id).to.equal(true);
      for (const { name, unit, label } of flag.inputs)
        expect(rule.inputs.find((input) => input.name === name)).to.deep.include({ unit, label });
    }
    expect(new Set(nodes.map(({ id }) => id)).size).to.equal(nodes.length);
  });

  for (const [rule, count, check] of [
    ["just-under-threshold", 1, { price: String(satang("499000")) }],
    ["agreed-above-budget", 1, { agreed: String(satang("1200")), budget: String(satang("1000")) }],
    ["agreed-above-reference", 3, {}],
    ["split-purchase", 2, { title: "จัดซื้อโต๊ะเรียน", month: "2025-06", count: "2", total: "60000000" }],
    ["duplicate-title", 2, { title: "จ้างเหมาดูแลสวน", years: "2", count: "2" }],
    ["september-rush", 1, { agencyName: "องค์การบริหารส่วนตำบลตัวอย่าง", fiscalYear: "2568", count: "12" }],
    ["supplier-share", 1, { supplier: "0105599000017", count: "6" }],
  ] as const) {
    it(`find what a file holds by the rule ${rule}`, async () => {
      const { nodes } = await list(`rule: ["${rule}"]`);
      expect(nodes).to.have.length(count);
      for (const flag of nodes) expect(inputsOf(flag)).to.include(check);
    });
  }

  it("stand beside the project they concern", async () => {
    const { nodes } = await list('rule: ["agreed-above-budget"]');
    const { number } = nodes[0]!.reportedProject!;
    const { data } = await api.ask<{ one: { redFlags: { id: string }[]; reportedId: string } }>(
      `{ one: reportedProject(id: "egp:${number}") { reportedId redFlags { id } } }`,
    );
    // Its price is above the reference price too.
    expect(data!.one.redFlags.map(({ id }) => id.split("@")[0])).to.have.members([
      "agreed-above-budget",
      "agreed-above-reference",
    ]);
    const own = await list(`reportedProject: "${data!.one.reportedId}"`);
    expect((await list(`reportedProject: "egp:${number}"`)).nodes, "by its number").to.deep.equal(own.nodes);
    expect(own.nodes.map(({ id }) => id)).to.have.members(data!.one.redFlags.map(({ id }) => id));
  });

  it("show the agency's answer to citizens beside the rule", async () => {
    const { nodes } = await list(`projectCode: "${WATERWORKS}"`);
    const late = nodes.find(({ rule }) => rule.id === "milestone-overdue")!;
    expect(late.flags.map(({ rule }) => rule)).to.deep.equal(["milestone-overdue"]);
    expect(late.project).to.deep.equal({ code: WATERWORKS });
    const { data } = await api.ask<{ project: { redFlags: { id: string }[] } }>(
      `{ project(code: "${WATERWORKS}") { redFlags { id } } }`,
    );
    expect(data!.project.redFlags.map(({ id }) => id)).to.deep.equal(nodes.map(({ id }) => id));
  });

  it("are filtered by agency of the ledger, by name of agency, by year", async () => {
    const town = await list("agency: [91001]");
    expect(town.nodes.map(({ rule }) => rule.id)).to.include("milestone-overdue");
    for (const { rule } of town.nodes) expect(redFlagRule(rule.id)!.appliesTo).to.equal("native");
    const named = await list('agencyName: ["เทศบาลเมืองตัวอย่าง"]');
    expect(named.nodes.length).to.be.above(5);
    for (const flag of named.nodes) expect(flag.subjectKind).to.match(/^reported/);
    const hospital = await list('agencyName: ["โรงพยาบาลตัวอย่าง"]');
    expect(hospital.nodes.map(({ rule }) => rule.id)).to.deep.equal(["supplier-share"]);
    const year = await list('fiscalYear: [2567], rule: ["duplicate-title"]');
    expect(year.totalCount).to.equal(1);
    expect((await list("agency: [91001], rule: []")).totalCount).to.equal(0);
  });

  it("of a rule that is none are refused with its name", async () => {
    const { errors } = await api.ask('{ redFlags(rule: ["no-such-rule"]) { totalCount } }');
    expect(errors![0]!.extensions).to.deep.include({
      code: "RED_FLAG_RULE_UNKNOWN",
      details: { rule: "no-such-rule" },
    });
  });

  it("of a reported project that is none are refused, so that nobody takes it for one without signals", async () => {
    for (const key of ["egp:1", "no key", "999999999999"]) {
      const { errors } = await api.ask(`{ redFlags(reportedProject: "${key}") { totalCount } }`);
      const { code, details } = errors![0]!.extensions;
      expect({ code, details }).to.deep.equal({ code: "REPORTED_PROJECT_UNKNOWN", details: { key } });
    }
  });

  it("filter lists of reported projects, by rule or by note of the import", async () => {
    const numbers = async (flag: string) => {
      const { data } = await api.ask<{ list: { nodes: { number: string }[] } }>(
        `{ list: reportedProjects(first: 1000, filter: { flag: ["${flag}"] }) { nodes { number } } }`,
      );
      return data!.list.nodes.map(({ number }) => number);
    };
    const { nodes } = await list('rule: ["split-purchase"]');
    expect(await numbers("split-purchase")).to.have.members(
      nodes.map((flag) => flag.reportedProject!.number),
    );
    const { data } = await api.ask<{ all: { nodes: { number: string; notes: { code: string }[] }[] } }>(
      "{ all: reportedProjects(first: 1000) { nodes { number notes { code text { th en } inputs { name value } } } } }",
    );
    const noted = data!.all.nodes.filter(({ notes }) =>
      notes.some(({ code }) => code === "REFERENCE_ABOVE_BUDGET"),
    );
    expect(noted.length).to.be.above(0);
    expect(await numbers("REFERENCE_ABOVE_BUDGET")).to.have.members(noted.map(({ number }) => number));
    const none = await api.ask('{ reportedProjects(filter: { flag: ["no-such-rule"] }) { totalCount } }');
    expect(none.errors![0]!.extensions!.code).to.equal("RED_FLAG_RULE_UNKNOWN");
  });
});
