import { expect } from "chai";
import { registerInterface } from "../../../sdk/replay/index.ts";
import type { RegisterName } from "../../../sdk/registers.ts";
import { connection, data, nodes } from "../support/asking.ts";
import type { Node } from "../support/asking.ts";
import { runningApi } from "../support/running.ts";

interface Where {
  contract: string;
  contractName: string;
  event: string;
  block: number;
  txHash: string;
  logIndex: number;
  timestamp: string;
}

const WHERE = "contract contractName event block txHash logIndex timestamp";
const AT = `id provenance { ${WHERE} } history(first: 100) { totalCount nodes { name contractName cursor provenance { ${WHERE} } } }`;

/** Every kind of node: the list it stands in, and its key. */
const KINDS: readonly (readonly [list: string, key: string, type: string])[] = [
  ["projects", "code", "project"],
  ["lines", "lineId", "line"],
  ["commitments", "commitmentId", "commitment"],
  ["milestones", "milestoneId", "milestone"],
  ["disbursements", "disbursementId", "disbursement"],
  ["revisions", "revisionId", "revision"],
  ["obligations", "obligationId", "obligation"],
  ["carryForwards", "id", "carryForward"],
  ["flags", "flagId", "flag"],
  ["agencies", "code", "agency"],
  ["importBatches", "batchId", "importBatch"],
  ["reportedProjects", "reportedId", "reportedProject"],
  ["actions", "index", "action"],
  ["anchors", "size", "logAnchor"],
  ["services", "name", "service"],
];

describe("nodes", function () {
  this.timeout(120_000);

  /** The log at the place is of that contract and event, in that transaction and block. */
  async function standsOnChain(where: Where): Promise<void> {
    const { mirror } = await runningApi();
    const { provider, deployment } = mirror.demo;
    const receipt = (await provider.getTransactionReceipt(where.txHash))!;
    const log = receipt.logs.find(({ index }) => index === where.logIndex)!;
    expect([log.address, receipt.blockNumber]).to.deep.equal([where.contract, where.block]);
    expect(where.contract).to.equal(deployment.contracts[where.contractName]!.address);
    const parsed = registerInterface(where.contractName as RegisterName).parseLog(log);
    expect(parsed?.name).to.equal(where.event);
    const { timestamp } = (await provider.getBlock(where.block))!;
    expect(Date.parse(where.timestamp) / 1000).to.equal(timestamp);
  }

  type Told = Node & {
    provenance: Where;
    history: { totalCount: number; nodes: { name: string; provenance: Where }[] };
  };

  async function isProven(node: Told): Promise<void> {
    await standsOnChain(node.provenance);
    const { nodes: events, totalCount } = node.history;
    expect(totalCount).to.equal(events.length).and.above(0);
    // The event that last changed it is the newest of its history.
    const newest = events[0]!;
    // A revision is recorded first and its moves follow in the same transaction.
    if (node.provenance.event === "RevisionRecorded")
      expect(newest.provenance.txHash).to.equal(node.provenance.txHash);
    else expect(newest.provenance).to.deep.equal(node.provenance);
    expect(events.some(({ provenance }) => provenance.logIndex === node.provenance.logIndex)).to.equal(true);
    const places = events.map(({ provenance: { block, logIndex } }) => block * 10_000 + logIndex);
    expect(places).to.deep.equal(places.toSorted((a, b) => b - a));
    await standsOnChain(events.at(-1)!.provenance);
  }

  for (const [list, key, type] of KINDS) {
    it(`${type}: stand where they say on the chain, with the history that made them`, async () => {
      const { nodes: found } = await connection(`${list}(first: 20)`, `key: ${key} ${AT}`);
      expect(found).not.to.be.empty;
      for (const node of found as Told[]) {
        const [kind] = Buffer.from(node.id as string, "base64url")
          .toString()
          .split(":");
        expect(kind).to.equal(type);
        await isProven(node);
      }
    });
  }

  it("officer, deployment, fiscal year: the same", async () => {
    const found = await data<{
      agency: { officers: { nodes: Told[] } };
      deployments: Told[];
      fiscalYears: Told[];
    }>(
      `{ agency(code: 91001) { officers { nodes { ${AT} } } } deployments { ${AT} } fiscalYears { ${AT} } }`,
    );
    const all = [...found.agency.officers.nodes, ...found.deployments, ...found.fiscalYears];
    expect(all.length).to.be.above(15);
    for (const node of all) await isProven(node);
  });

  it("are the same on their own, in their list and under their project", async () => {
    const PROJECT = "TH-2568-91002-000001-74";
    for (const [list, key, fields] of [
      [
        "lines",
        "lineId",
        "fundSource expenseType closed counters { approved committed paid lapsed current netPaid } carriedFrom { lineId }",
      ],
      [
        "commitments",
        "commitmentId",
        "kind state value supplier contractNumber increaseBps amendmentCount allocations { amount line { lineId } } amendments { ordinal value previousValue increaseBps } award { cid sha256 date path } obligation { obligationId }",
      ],
      [
        "milestones",
        "milestoneId",
        "state amount accepted dueAt overdue submittedAt acceptedAt commitment { commitmentId } evidence { cid }",
      ],
      [
        "disbursements",
        "disbursementId",
        "state amount returned requestedAt paidAt rejectedAt requester approver1 approver2 payer milestone { milestoneId } line { lineId } returns { amount officer }",
      ],
      [
        "flags",
        "flagId",
        "rule state raisedAt replyDueAt repliedAt decidedAt statement { cid } reply { cid } reason { cid } signer",
      ],
    ] as const) {
      const wanted = `${key} projectCode project { code } ${fields}`;
      const { project } = await data<{ project: Record<string, { nodes: Node[] }> }>(
        `{ project(code: "${PROJECT}") { ${list} { nodes { ${wanted} } } } }`,
      );
      const under = project[list]!.nodes;
      expect(under, list).not.to.be.empty;
      expect(await nodes(list, `projectCode: "${PROJECT}"`, wanted)).to.deep.equal(under);
      const all = await nodes(list, "", wanted);
      expect(all.filter(({ projectCode }) => projectCode === PROJECT)).to.deep.equal(under);
      for (const one of under) {
        const { own } = await data<{ own: Node }>(
          `{ own: ${list.slice(0, -1)}(${key}: "${String(one[key])}") { ${wanted} } }`,
        );
        expect(own).to.deep.equal(one);
      }
    }
  });

  it("hang together: revisions and carry-forwards with their lines, obligations with their years", async () => {
    const [revision] = (await nodes(
      "revisions",
      "",
      "revisionId fiscalYear moves { amount fromLine { lineId counters { adjOut } } toLine { lineId counters { adjIn } } }",
    )) as [{ moves: { amount: string; fromLine: Node; toLine: Node }[] }];
    for (const { amount, fromLine, toLine } of revision.moves) {
      expect(fromLine).to.have.nested.property("counters.adjOut", amount);
      expect(toLine).to.have.nested.property("counters.adjIn", amount);
      const line = await data(
        `{ line(lineId: "${String(fromLine.lineId)}") { revisions { nodes { revisionId } } } }`,
      );
      expect(line).to.have.nested.property("line.revisions.nodes[0].revisionId", "1");
    }
    for (const { amount, fromLine, toLine } of (await nodes(
      "carryForwards",
      "",
      "amount commitment { projectCode } fromLine { lineId counters { carriedOut } } toLine { counters { carriedIn } carriedFrom { lineId } }",
    )) as Record<string, Node>[]) {
      expect(fromLine).to.have.nested.property("counters.carriedOut", amount);
      expect(toLine).to.have.nested.property("counters.carriedIn", amount);
      expect(toLine).to.have.nested.property("carriedFrom.lineId", fromLine!.lineId);
    }
    const [obligation] = (await nodes("obligations", "", "total schedule { fiscalYear amount }")) as [
      { total: string; schedule: { amount: string }[] },
    ];
    const sum = obligation.schedule.reduce((total, { amount }) => total + BigInt(amount), 0n);
    expect(String(sum)).to.equal(obligation.total);
  });

  it("are filtered by agency, year, state and clock", async () => {
    const AGENCY = "agency { code }";
    for (const [list, key, extra] of [
      ["lines", "lineId", "fiscalYear"],
      ["commitments", "commitmentId", "madeInYear state"],
      ["milestones", "milestoneId", "state overdue commitment { agency { code } }"],
      ["disbursements", "disbursementId", "state line { fiscalYear agency { code } }"],
      ["flags", "flagId", "state unanswered"],
    ] as const) {
      const code = list === "disbursements" ? "line" : list === "milestones" ? "commitment" : null;
      const all = await nodes(list, "", `${key} ${extra} ${code ? "" : AGENCY}`);
      const agencyOf = (one: Node) =>
        ((code ? (one[code] as Node).agency : one.agency) as { code: number }).code;
      const keys = async (args: string) => (await nodes(list, args, key)).map((one) => one[key]);
      const of = (holds: (one: Node) => boolean) => all.filter(holds).map((one) => one[key]);
      expect(await keys("agency: [91001, 91003]"), list).to.deep.equal(
        of((one) => [91001, 91003].includes(agencyOf(one))),
      );
      expect(await keys("agency: []"), list).to.deep.equal([]);
      expect(await keys('projectCode: "TH-2568-91001-000003-52", agency: [91002]'), list).to.deep.equal([]);
      if (list === "lines")
        expect(await keys("fiscalYear: [2569]")).to.deep.equal(of(({ fiscalYear }) => fiscalYear === 2569));
      if (list === "disbursements")
        expect(await keys("fiscalYear: [2569]")).to.deep.equal(
          of(({ line }) => (line as Node).fiscalYear === 2569),
        ).and.not.empty;
      for (const state of new Set(all.map((one) => one.state as string | undefined)))
        if (state)
          expect(await keys(`state: [${state}]`), state).to.deep.equal(of((one) => one.state === state));
      if (list === "milestones")
        for (const overdue of [true, false])
          expect(await keys(`overdue: ${overdue}`)).to.deep.equal(of((one) => one.overdue === overdue));
      if (list === "flags")
        for (const unanswered of [true, false])
          expect(await keys(`unanswered: ${unanswered}`)).to.deep.equal(
            of((one) => one.unanswered === unanswered),
          );
    }
  });
});
