import { expect } from "chai";
import pg from "pg";
import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import { counterNames } from "../../../sdk/replay/index.ts";
import type { LineCounters, RegisterEvent } from "../../../sdk/replay/index.ts";
import { random } from "../../support/random.ts";
import { data, nodes, refusal } from "../support/asking.ts";
import type { Node } from "../support/asking.ts";
import { chainEvents, stateAt } from "../support/replayed.ts";
import { runningApi } from "../support/running.ts";

const ROAD = "TH-2568-91001-000001-58";
const COUNTERS = counterNames.join(" ");
const names = {
  project: ["", "DRAFT", "REGISTERED", "ACTIVE", "SUSPENDED", "COMPLETED", "AUDITED", "CANCELLED"],
  year: ["", "PLANNED", "OPEN", "CLOSED"],
  commitment: ["", "PENDING", "ACTIVE", "COMPLETE", "TERMINATED", "CANCELLED"],
  milestone: ["", "SCHEDULED", "SUBMITTED", "ACCEPTED", "PARTIAL", "REJECTED", "REMOVED"],
  disbursement: ["", "REQUESTED", "APPROVED1", "APPROVED2", "PAID", "REJECTED", "RETURNED"],
  flag: ["", "OPEN", "REPLIED", "UNDER_REVIEW", "UPHELD", "DISMISSED", "REFERRED"],
};

const texts = (counters: LineCounters) =>
  Object.fromEntries(counterNames.map((name) => [name, String(counters[name])]));

const by =
  <T extends Node>(key: string) =>
  (a: T, b: T) =>
    String(a[key]).localeCompare(String(b[key]), "en", { numeric: true });

describe("answers as of a block", function () {
  this.timeout(120_000);
  const chance = random();
  let events: RegisterEvent[];
  let head = 0;

  before(async () => {
    const { mirror } = await runningApi();
    events = await chainEvents(mirror.demo);
    head = (await data<{ _meta: { block: number } }>("{ _meta { block } }"))._meta.block;
  });

  /** Everything about the budget after a block, by the API. */
  const told = async (block: number) => {
    const at = `asOfBlock: ${block}`;
    return {
      projects: await nodes("projects", at, "code state openCommitments totals { committed }"),
      years: (await data<{ fiscalYears: Node[] }>(`{ fiscalYears(${at}) { year state ceiling approved } }`))
        .fiscalYears,
      lines: await nodes("lines", at, `lineId projectCode fiscalYear closed counters { ${COUNTERS} }`),
      commitments: await nodes(
        "commitments",
        at,
        "commitmentId state value originalValue requested paid returned",
      ),
      milestones: await nodes("milestones", at, "milestoneId state amount accepted"),
      disbursements: await nodes("disbursements", at, "disbursementId state amount returned"),
      flags: (await nodes("flags", at, "flagId state unanswered")).sort(by("flagId")),
      agencies: await nodes("agencies", at, "code nameTh nameEn active"),
    };
  };

  /** The same from the chain's own events. */
  const replayed = (block: number) => {
    const state = stateAt(events, block);
    return {
      projects: [...state.projects]
        .map(([code, project]) => ({
          code: decodeBytes32Text(code),
          state: names.project[Number(project.state)],
          openCommitments: Number(project.openCommitments),
          totals: { committed: String(project.committed) },
        }))
        .sort(by("code")),
      years: [...state.years]
        .map(([year, { state: stage, ceiling, approved }]) => ({
          year: Number(year),
          state: names.year[Number(stage)],
          ceiling: String(ceiling),
          approved: String(approved),
        }))
        .sort(by("year")),
      lines: [...state.lines].map(([id, line]) => ({
        lineId: String(id),
        projectCode: decodeBytes32Text(line.code),
        fiscalYear: Number(line.year),
        closed: line.closed,
        counters: texts(line.counters),
      })),
      commitments: [...state.commitments].map(([id, one]) => ({
        commitmentId: String(id),
        state: names.commitment[Number(one.state)],
        value: String(one.value),
        originalValue: String(one.originalValue),
        requested: String(one.requested),
        paid: String(one.paid),
        returned: String(one.returned),
      })),
      milestones: [...state.milestones].map(([id, one]) => ({
        milestoneId: String(id),
        state: names.milestone[Number(one.state)],
        amount: String(one.amount),
        accepted: String(one.accepted),
      })),
      disbursements: [...state.disbursements].map(([id, one]) => ({
        disbursementId: String(id),
        state: names.disbursement[Number(one.state)],
        amount: String(one.amount),
        returned: String(one.returned),
      })),
      flags: [...state.flags]
        .map(([id, one]) => ({
          flagId: String(id),
          state: names.flag[Number(one.state)],
          unanswered: one.unanswered,
        }))
        .sort(by("flagId")),
      agencies: [...state.agencies]
        .map(([code, { nameTh, nameEn, active }]) => ({ code: Number(code), nameTh, nameEn, active }))
        .sort(by("code")),
    };
  };

  it(`are what the chain's events up to it add up to, at any block (SEED=${chance.seed})`, async () => {
    const blocks = [0, head, ...Array.from({ length: 14 }, () => chance.integer(1, head - 1))];
    for (const block of blocks) expect(await told(block), `block ${block}`).to.deep.equal(replayed(block));
  });

  it("come from the mirror's own functions, whatever others of their names the database has", async () => {
    const { mirror } = await runningApi();
    const client = new pg.Client({ connectionString: mirror.database.url });
    await client.connect();
    const types = ["text", "integer", "numeric"];
    const name = "public.appropriation_line_as_of";
    try {
      for (const type of types) {
        await client.query(`CREATE FUNCTION ${name}(at ${type}) RETURNS SETOF mirror.appropriation_line
          LANGUAGE sql STABLE AS 'SELECT * FROM mirror.appropriation_line WHERE false'`);
      }
      const lines = await nodes("lines", `asOfBlock: ${head}`, "lineId counters { paid }");
      const { lines: right } = replayed(head);
      expect(lines).to.deep.equal(
        right.map(({ lineId, counters: { paid } }) => ({ lineId, counters: { paid } })),
      );
    } finally {
      for (const type of types) await client.query(`DROP FUNCTION IF EXISTS ${name}(${type})`);
      await client.end();
    }
  });

  it("without a block are those as of the newest", async () => {
    const now = await nodes("lines", "", `lineId counters { ${COUNTERS} }`);
    expect(now).to.deep.equal(await nodes("lines", `asOfBlock: ${head}`, `lineId counters { ${COUNTERS} }`));
  });

  it("hold for everything under a node, its history and its provenance", async () => {
    const { commitments, disbursements } = stateAt(events);
    const isOfRoad = (id: unknown) =>
      decodeBytes32Text(commitments.get(disbursements.get(id as bigint)!.commitmentId)!.code) === ROAD;
    const paid = events.filter(
      ({ name, args }) => name === "DisbursementPaid" && isOfRoad(args.disbursementId),
    );
    const block = paid.at(1)!.block;
    const { project } = await data<{ project: Record<string, { nodes: Node[] }> }>(
      `{ project(code: "${ROAD}", asOfBlock: ${block}) {
          provenance { block } lines(first: 20) { nodes { ...At } } commitments(first: 20) { nodes { ...At } }
          milestones(first: 20) { nodes { ...At } } disbursements(first: 20) { nodes { ...At } } events(first: 1000) { nodes { provenance { block } } }
          documents { nodes { provenance { block } } } } }
        fragment At on Node { provenance { block } history(first: 20) { nodes { provenance { block } } } }`,
    );
    const found = [...JSON.stringify(project).matchAll(/"block":(\d+)/g)].map(([, at]) => Number(at));
    expect(found.length).to.be.above(40);
    expect(Math.max(...found)).to.equal(block);
  });

  it("say what was late then, not what is late now", async () => {
    const milestones = (at: string) =>
      nodes("milestones", `${at}, projectCode: "TH-2568-91001-000002-55"`, "milestoneId overdue dueAt");
    const late = (await milestones(`asOfBlock: ${head}`)).find(({ overdue }) => overdue)!;
    const due = Date.parse(late.dueAt as string) / 1000;
    const { mirror } = await runningApi();
    const times = new Map(events.map(({ block, time }) => [block, Number(time)]));
    const before = [...times].filter(([, time]) => time < due).at(-1)![0];
    const after = [...times].find(([, time]) => time > due)![0];
    expect((await mirror.demo.provider.getBlock(after))!.timestamp).to.be.above(due);
    for (const [block, overdue] of [
      [before, false],
      [after, true],
    ] as const) {
      const found = await milestones(`asOfBlock: ${block}`);
      expect(
        found.find(({ milestoneId }) => milestoneId === late.milestoneId),
        `block ${block}`,
      ).to.include({
        overdue,
      });
      const listed = await milestones(`asOfBlock: ${block}, overdue: true`);
      expect(listed.some(({ milestoneId }) => milestoneId === late.milestoneId)).to.equal(overdue);
    }
  });

  it("say whose clock had run out then", async () => {
    const [flag] = (await nodes("flags", "unanswered: true", "flagId raisedAt replyDueAt")) as [Node];
    const raised = events.find(
      ({ name, args }) => name === "FlagRaised" && String(args.flagId) === flag.flagId,
    )!;
    const at = (block: number) =>
      data<{ flag: Node }>(
        `{ flag(flagId: "${String(flag.flagId)}", asOfBlock: ${block}) { overdue unanswered } }`,
      );
    expect((await at(raised.block)).flag).to.deep.equal({ overdue: false, unanswered: false });
    expect((await at(head)).flag).to.deep.equal({ overdue: true, unanswered: true });
  });

  it("know no reported data and no signals before the file was anchored", async () => {
    const anchored = events.find(({ name }) => name === "BatchAnchored" || /Anchored/.test(name))!.block;
    const count = async (list: string) =>
      (await data<{ list: { totalCount: number } }>(`{ list: ${list} { totalCount } }`)).list.totalCount;
    for (const [block, projects, signals] of [
      [anchored - 1, 0, 0],
      [anchored, 250, 2],
    ]) {
      expect(await count(`reportedProjects(asOfBlock: ${block})`)).to.equal(projects);
      expect(await count(`redFlags(rule: "contradiction", asOfBlock: ${block})`)).to.equal(signals);
      expect(
        await count(`reportedProjects(filter: { flag: "contradiction" }, asOfBlock: ${block})`),
      ).to.equal(signals);
      expect(await count(`importBatches(asOfBlock: ${block})`)).to.equal(projects === 0 ? 0 : 1);
    }
  });

  it("are refused for a block that the index does not have", async () => {
    for (const block of [-1, head + 1, 2 ** 31 - 1]) {
      const { code, details } = await refusal(`{ lines(asOfBlock: ${block}) { totalCount } }`);
      expect(code).to.equal("AS_OF_UNAVAILABLE");
      expect(details).to.deep.equal({ value: block, first: 0, last: head });
    }
  });

  it("know nothing of what came later", async () => {
    const first = (name: string) => events.find((event) => event.name === name)!.block;
    const drafted = first("ProjectDrafted");
    const found = await data<Record<string, unknown>>(`{
      project(code: "TH-2568-91001-000001-58", asOfBlock: ${drafted - 1}) { code }
      line(lineId: "1", asOfBlock: ${drafted}) { lineId } commitment(commitmentId: "1", asOfBlock: ${drafted}) { value }
      milestone(milestoneId: "1", asOfBlock: ${drafted}) { amount } flag(flagId: "1", asOfBlock: ${drafted}) { rule }
      disbursement(disbursementId: "1", asOfBlock: ${drafted}) { amount }
      revision(revisionId: "1", asOfBlock: ${drafted}) { fiscalYear }
      obligation(obligationId: "1", asOfBlock: ${drafted}) { total }
      agency(code: 91001, asOfBlock: 0) { code } fiscalYear(year: 2568, asOfBlock: 0) { year }
      importBatch(batchId: 1, asOfBlock: ${drafted}) { format }
      reportedProject(id: "egp:67119524001", asOfBlock: ${drafted}) { title } }`);
    for (const [field, value] of Object.entries(found)) expect(value, field).to.equal(null);
  });
});
