import { expect } from "chai";
import { Result } from "ethers";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { redFlagRule, redFlagRules } from "../../../sdk/redflags/index.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { anchoredBatches, batchesThatCount } from "../../../sdk/verify/anchored-batches.ts";
import { readFiles } from "../../../sdk/verify/read-files.ts";
import type { Finding } from "../../../sdk/verify/signals/finding.ts";
import { isOfRegisters, nativeFinding, nativeFindings } from "../../../sdk/verify/signals/native.ts";
import type { SignalSource } from "../../../sdk/verify/signals/native.ts";
import { reportedFindings } from "../../../sdk/verify/signals/reported.ts";
import { importedApi } from "../support/imported.ts";
import type { ImportedApi } from "../support/imported.ts";

type Inputs = Record<string, string>;
type Signal = {
  rule: { id: string };
  subjectKey: string;
  inputs: { name: string; value: string }[];
  reportedProject: { scheme: string; number: string } | null;
};

/** Inputs that are known, as the API tells them. */
const known = (inputs: Finding["inputs"]): Inputs =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

describe("red flags, looked for anew", function () {
  this.timeout(120_000);
  let api: ImportedApi;
  let source: SignalSource;

  before(async () => {
    api = await importedApi();
    const { deployment, provider } = api.mirror.demo;
    const { data } = await api.ask<{ _meta: { block: number; blockTimestamp: string } }>(
      "{ _meta { block blockTimestamp } }",
    );
    const { block, blockTimestamp } = data!._meta;
    const register = (name: string) => ledgerContract(name as "AgencyRegistry", deployment, provider);
    source = {
      blockTime: Date.parse(blockTimestamp) / 1000,
      read: (getters) =>
        Promise.all(
          getters.map(async ({ contract, method, args }) => {
            const getter = register(contract).getFunction(method);
            const answer: unknown = await getter.staticCall(...args, { blockTag: block }).catch(() => null);
            return answer instanceof Result ? answer.toObject(true) : answer;
          }),
        ),
      accounts: async (agency, personTag) => {
        const registry = register("AgencyRegistry");
        const events = await registry.queryFilter(
          registry.filters.OfficerEnrolled(undefined, agency ?? undefined, personTag ?? undefined),
        );
        return events.map(({ args }) => args.account);
      },
    };
  });

  async function told(rule: string): Promise<Signal[]> {
    const { data } = await api.ask<{ redFlags: { nodes: Signal[] } }>(
      `{ redFlags(first: 1000, rule: ["${rule}"]) { nodes {
        rule { id } subjectKey inputs { name value } reportedProject { scheme number } } } }`,
    );
    return data!.redFlags.nodes;
  }
  const inputsOf = ({ inputs }: Signal) => Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
  const aboutOf = ({ reportedProject: of, subjectKey }: Signal) =>
    of ? `${of.scheme}:${of.number}` : subjectKey;

  for (const { id } of redFlagRules.filter(({ appliesTo }) => appliesTo === "reported")) {
    it(`in the anchored files are those that the API tells: ${id}`, async () => {
      const { chain, deployment } = api.mirror.demo;
      const { data } = await api.ask<{ _meta: { block: number } }>("{ _meta { block } }");
      const anchor = deployment.contracts["ImportAnchor"]!.address;
      const batches = await anchoredBatches(new RpcClient(chain.rpcUrl), anchor, data!._meta.block);
      const fetchFile = async (cid: string) =>
        new Uint8Array(await (await fetch(`${api.url}/documents/${cid}`)).arrayBuffer());
      const reading = readFiles(batchesThatCount(batches, null), fetchFile, false);
      let next = await reading.next();
      while (!next.done) next = await reading.next();
      if ("differs" in next.value) throw new Error(next.value.differs.item);
      const projects = next.value.projects.map(({ project }) => project);
      const rule = redFlagRule(id)!;
      const found = reportedFindings(id, projects).filter(({ inputs }) => rule.holds(inputs));
      const signals = await told(id);
      expect(signals).to.have.length.above(0);
      const order = (list: readonly (readonly [string, Inputs])[]) =>
        list.toSorted(([a], [b]) => a.localeCompare(b));
      expect(order(found.map(({ about, inputs }) => [about, known(inputs)]))).to.deep.equal(
        order(signals.map((signal) => [aboutOf(signal), inputsOf(signal)])),
      );
    });
  }

  it("on the ledger are those that the API tells", async () => {
    const rules = redFlagRules.filter(({ id, appliesTo }) => appliesTo === "native" && isOfRegisters(id));
    const signals = (await Promise.all(rules.map(({ id }) => told(id)))).flat();
    expect(new Set(signals.map(({ rule }) => rule.id)).size).to.be.above(1);
    for (const signal of signals) {
      const { personTag = null } = inputsOf(signal);
      const finding = await nativeFinding(signal.rule.id, signal.subjectKey, personTag, source);
      expect(known(finding!.inputs), signal.rule.id).to.deep.equal(inputsOf(signal));
    }
    for (const rule of rules) {
      const all = await nativeFindings(rule.id, source, 1_000);
      if ("tooMany" in all) throw new Error(rule.id);
      const found = all.findings.filter(({ inputs }) => rule.holds(inputs));
      const order = (list: readonly (readonly [string, Inputs])[]) =>
        list.map((one) => JSON.stringify(one)).toSorted();
      expect(order(found.map(({ about, inputs }) => [about, known(inputs)])), rule.id).to.deep.equal(
        order(
          signals
            .filter((signal) => signal.rule.id === rule.id)
            .map((signal) => [signal.subjectKey, inputsOf(signal)]),
        ),
      );
    }
  });

  it("does not read more entries than it may", async () => {
    expect(await nativeFindings("milestone-overdue", source, 3))
      .to.have.property("tooMany")
      .above(3);
    expect(await nativeFindings("one-person-two-duties", source, 3))
      .to.have.property("tooMany")
      .above(3);
  });

  it("has the same figures of every entry as the API, whether a rule holds or not", async () => {
    const { data } = await api.ask<{
      commitments: { nodes: (Inputs & { increaseBps: number })[] };
      milestones: { nodes: { milestoneId: string; dueAt: string }[] };
      disbursements: {
        nodes: {
          disbursementId: string;
          amount: string;
          state: string;
          milestone: { milestoneId: string } | null;
          commitment: { value: string };
        }[];
      };
      lines: { nodes: { lineId: string; counters: Inputs }[] };
    }>(`{ commitments { nodes { commitmentId value originalValue increaseBps paid returned } }
      milestones { nodes { milestoneId dueAt } }
      disbursements { nodes { disbursementId amount state milestone { milestoneId } commitment { value } } }
      lines { nodes { lineId counters { adjIn adjOut } } } }`);
    const { commitments, milestones, disbursements, lines } = data!;
    const read = async (rule: string, id: string) => (await nativeFinding(rule, id, null, source))?.inputs;
    expect(commitments.nodes).to.have.length.above(0);
    for (const { commitmentId, value, originalValue, increaseBps, paid, returned } of commitments.nodes) {
      const amended = { increaseBps: String(increaseBps), originalValue, value };
      expect(await read("cumulative-amendment", commitmentId!)).to.deep.equal(amended);
      expect(await read("paid-above-contract", commitmentId!)).to.deep.equal({ paid, returned, value });
    }
    for (const { milestoneId, dueAt } of milestones.nodes)
      expect(await read("milestone-overdue", milestoneId)).to.include({
        dueAt: String(Date.parse(dueAt) / 1000),
      });
    expect(disbursements.nodes).to.have.length.above(0);
    for (const { disbursementId, amount, state, milestone, commitment } of disbursements.nodes)
      expect(await read("payment-before-acceptance", disbursementId)).to.deep.equal({
        milestoneId: milestone?.milestoneId ?? null,
        amount: ["PAID", "RETURNED"].includes(state) ? amount : null,
        value: commitment.value,
      });
    for (const { lineId, counters } of lines.nodes)
      expect(await read("line-in-and-out", lineId)).to.deep.equal(counters);
    expect(await nativeFinding("milestone-overdue", "9999", null, source), "no such entry").to.equal(null);
  });
});
