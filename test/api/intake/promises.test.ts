import { expect } from "chai";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { JsonRpcProvider, NonceManager } from "ethers";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { statementHash } from "../../../sdk/log/promise/statement.ts";
import { toHex } from "../../../sdk/hex.ts";
import { startAnchoring } from "../../support/log/anchoring-process.ts";
import type { AnchoringProcess } from "../../support/log/anchoring-process.ts";
import { untilAnchored } from "../../support/log/anchors.ts";
import {
  gateway,
  newSubmitter,
  noteSchema,
  serviceId,
  startIntakeWorld,
} from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, submit } from "../../support/log/submitting.ts";
import type { LogAnswer } from "../../../sdk/log/promise/answer.ts";

const SERVICE = "th.go.example.notes";
const CID = cidOf(noteSchema);
/** Seconds within which the service promises to anchor, at first. */
const DELAY = 3;
const STATES = ["OPEN", "OVERDUE", "KEPT", "LATE", "BROKEN"] as const;
type State = (typeof STATES)[number];

interface Node {
  readonly statementHash: string;
  readonly state: State;
  readonly onChain: boolean;
  readonly firstIndex: number;
  readonly count: number | null;
  readonly issuedAt: string | null;
  readonly deadline: string | null;
  readonly anchoredAt: string | null;
  readonly breach: string | null;
  readonly brokenIndex: number | null;
}
interface Listed {
  readonly nodes: readonly { readonly firstIndex: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const FIELDS =
  "statementHash state onChain firstIndex count issuedAt deadline anchoredAt breach brokenIndex provenance { block }";

describe("promises, as they are told", function () {
  this.timeout(180_000);
  let world: IntakeWorld;
  let desk: Submitter;
  let anchoring: AnchoringProcess | undefined;
  let seq = 0;
  const given: LogAnswer[] = [];

  before(async () => {
    desk = await newSubmitter("desk-1");
    world = await startIntakeWorld(async (keeper) => {
      await keeper.register(SERVICE, { maxMergeDelay: DELAY });
      await keeper.addKey(SERVICE, desk);
    });
  });
  after(async () => {
    await anchoring?.stop();
    await world.stop();
  });

  async function promised(count: number): Promise<LogAnswer> {
    const records = Array.from({ length: count }, () => record(SERVICE, "desk-1", ++seq, CID));
    const { status, text, answer } = await submit({
      ...{ url: world.api.url, service: SERVICE, submitter: desk, records },
    });
    expect(status, text).to.equal(201);
    given.push(answer);
    return answer;
  }

  /** A block whose time is after the promise's deadline, and the API has seen it. */
  async function afterwards({ deadline }: LogAnswer): Promise<void> {
    await sleep(Math.max(0, (deadline + 1) * 1_000 - Date.now()));
    await (await world.keeper.asKeeper.changeTiming(serviceId(SERVICE), 0, 600)).wait();
    await seen();
  }

  /** Until the API tells the newest block. */
  async function seen(): Promise<void> {
    const block = await world.ledger.provider.getBlockNumber();
    while ((await ask<{ _meta: { block: number } }>("{ _meta { block } }"))._meta.block < block)
      await sleep(20);
  }

  async function ask<T>(query: string): Promise<T> {
    const response = await fetch(`${world.api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    expect(errors).to.equal(undefined);
    return data;
  }

  /** What every list says. Each promise must stand in just one, whose name is its own state. */
  async function told(at = ""): Promise<Map<number, Node>> {
    const lists = STATES.map(
      (state) => `${state}: promises(state: ${state}, first: 100) { totalCount nodes { ${FIELDS} } }`,
    );
    const { service } = await ask<{ service: Record<State, { totalCount: number; nodes: Node[] }> }>(
      `{ service(name: "${SERVICE}"${at}) { ${lists.join(" ")} } }`,
    );
    const found = new Map<number, Node>();
    for (const state of STATES) {
      const { totalCount, nodes } = service[state];
      expect(totalCount, state).to.equal(nodes.length);
      for (const node of nodes) {
        expect(node.state).to.equal(state);
        expect(node.onChain).to.equal(state === "BROKEN");
        expect(found.has(node.firstIndex), `${node.firstIndex} stands in two lists`).to.equal(false);
        found.set(node.firstIndex, node);
      }
    }
    return found;
  }

  const iso = (seconds: number) => new Date(seconds * 1_000).toISOString().replace(".000Z", "Z");
  const states = (all: Map<number, Node>) =>
    Object.fromEntries([...all].map(([index, { state }]) => [index, state]).toSorted());

  it("are open until their deadline, and then overdue", async () => {
    const first = await promised(2);
    const open = await told();
    expect(states(open)).to.deep.equal({ 0: "OPEN" });
    const { statement } = first.promise;
    expect(open.get(0)).to.deep.equal({
      statementHash: toHex(statementHash(statement)),
      ...{ state: "OPEN", onChain: false, firstIndex: 0, count: 2 },
      ...{ issuedAt: iso(statement.issuedAt), deadline: iso(first.deadline), anchoredAt: null },
      ...{ breach: null, brokenIndex: null, provenance: null },
    });
    await afterwards(first);
    expect(states(await told())).to.deep.equal({ 0: "OVERDUE" });
  });

  it("are broken, and nothing else, once the chain says so: with all that was promised", async () => {
    const [first] = given;
    const { promise } = first!;
    const provider = new JsonRpcProvider(world.ledger.chain.rpcUrl);
    try {
      const anybody = new NonceManager(gateway.connect(provider));
      const contract = ledgerContract("ActionLog", world.ledger.deployment, anybody);
      const free = { gasPrice: 0, gasLimit: 1_000_000 };
      await (
        await contract.reportMissedDeadline({ ...promise, groupPath: [...promise.groupPath] }, free)
      ).wait();
    } finally {
      provider.destroy();
    }
    await seen();
    const all = await told();
    expect(states(all)).to.deep.equal({ 0: "BROKEN" });
    const { provenance, ...broken } = all.get(0) as Node & { provenance: { block: number } };
    expect(provenance.block).to.be.greaterThan(0);
    expect(broken).to.deep.equal({
      statementHash: toHex(statementHash(promise.statement)),
      ...{ state: "BROKEN", onChain: true, firstIndex: 0, count: 2 },
      ...{ issuedAt: iso(promise.statement.issuedAt), deadline: iso(first!.deadline), anchoredAt: null },
      ...{ breach: "DEADLINE_MISSED", brokenIndex: 0 },
    });
  });

  it("are late, not kept, when they were anchored after their deadline; broken ones stay broken", async () => {
    await (await world.keeper.asKeeper.changeTiming(serviceId(SERVICE), 0, DELAY)).wait();
    await seen();
    const second = await promised(1);
    expect(states(await told())).to.deep.equal({ 0: "BROKEN", 2: "OPEN" });
    await afterwards(second);
    expect(states(await told())).to.deep.equal({ 0: "BROKEN", 2: "OVERDUE" });
    const { block: before } = (await ask<{ _meta: { block: number } }>("{ _meta { block } }"))._meta;

    anchoring = startAnchoring(world.processes);
    await once(anchoring.said, "anchored");
    await seen();
    const all = await told();
    expect(states(all)).to.deep.equal({ 0: "BROKEN", 2: "LATE" });
    for (const index of [0, 2]) {
      const { anchoredAt, deadline } = all.get(index)!;
      expect(Date.parse(anchoredAt!)).to.be.greaterThan(Date.parse(deadline!));
    }
    // As of the block before, it was not anchored.
    const then = await told(`, asOfBlock: ${before}`);
    expect(states(then)).to.deep.equal({ 0: "BROKEN", 2: "OVERDUE" });
    expect(then.get(2)!.anchoredAt).to.equal(null);
  });

  it("are kept when they were anchored in time", async () => {
    const third = await promised(3);
    const log = ledgerContract("ActionLog", world.ledger.deployment, world.ledger.provider);
    await untilAnchored({ log }, SERVICE, 6);
    await seen();
    const all = await told();
    expect(states(all)).to.deep.equal({ 0: "BROKEN", 2: "LATE", 3: "KEPT" });
    expect(Date.parse(all.get(3)!.anchoredAt!)).to.be.at.most(third.deadline * 1_000);
  });

  it("are told by REST with the same states, one list each", async () => {
    for (const [state, index] of [
      ["BROKEN", 0],
      ["LATE", 2],
      ["KEPT", 3],
    ] as const) {
      const response = await fetch(`${world.api.url}/v1/services/${SERVICE}/promises?state=${state}`);
      const { data } = (await response.json()) as { data: Node[] };
      expect(data.map(({ state: said, firstIndex }) => [said, firstIndex])).to.deep.equal([[state, index]]);
      expect(data[0]).to.include.keys("anchoredAt", "brokenIndex");
    }
    const { data } = (await (await fetch(`${world.api.url}/v1/services/${SERVICE}/promises`)).json()) as {
      data: Node[];
    };
    expect(data).to.deep.equal([]);
  });

  it("come oldest first or newest first, in pages without a gap and without anything twice", async () => {
    /** First entries of the promises of one state, page by page, as a reader goes through them. */
    const pages = async (state: State, direction: "ASC" | "DESC", first: number) => {
      const found: number[][] = [];
      for (let after = ""; ;) {
        const { service } = await ask<{ service: { promises: Listed } }>(
          `{ service(name: "${SERVICE}") { promises(state: ${state}, direction: ${direction}, first: ${first}${after}) {
            nodes { firstIndex } pageInfo { hasNextPage endCursor } } } }`,
        );
        const { nodes, pageInfo } = service.promises;
        found.push(nodes.map(({ firstIndex }) => firstIndex));
        if (!pageInfo.hasNextPage) return found;
        after = `, after: "${pageInfo.endCursor}"`;
      }
    };
    for (let n = 0; n < 4; n++) await promised(1);
    const log = ledgerContract("ActionLog", world.ledger.deployment, world.ledger.provider);
    await untilAnchored({ log }, SERVICE, 10);
    await seen();
    expect(await pages("KEPT", "ASC", 2)).to.deep.equal([[3, 6], [7, 8], [9]]);
    expect(await pages("KEPT", "DESC", 2)).to.deep.equal([[9, 8], [7, 6], [3]]);
    await anchoring!.stop();
    for (let n = 0; n < 3; n++) await promised(2);
    expect(await pages("OPEN", "ASC", 1), "the oldest is due first").to.deep.equal([[10], [12], [14]]);
    expect(await pages("OPEN", "DESC", 5)).to.deep.equal([[14, 12, 10]]);
    const oldest = await fetch(`${world.api.url}/v1/services/${SERVICE}/promises?state=OPEN&direction=ASC`);
    const { data } = (await oldest.json()) as { data: Node[] };
    expect(
      data.map(({ firstIndex }) => firstIndex),
      "by REST",
    ).to.deep.equal([10, 12, 14]);
  });
});
