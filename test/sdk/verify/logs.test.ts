import { expect } from "chai";
import { Contract } from "ethers";
import type { InterfaceAbi } from "ethers";
import { agencies } from "../../../scripts/demo/cast.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { compareFigures, readFigures } from "../../../sdk/verify/logs/index.ts";
import type { Figure, Logs, LogScope } from "../../../sdk/verify/logs/index.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { fillLogs } from "../../support/log/fill.ts";
import type { Logs as Filled } from "../../support/log/fill.ts";

/** When the busy service logs, Unix seconds. */
const NOW = Date.UTC(2026, 10, 29, 3) / 1000;

describe("reading what a page shows of logs from the ledger", function () {
  this.timeout(180_000);
  let demo: DemoFixture;
  let filled: Filled;
  let logs: Logs;

  before(async () => {
    demo = await startDemo();
    filled = await fillLogs(demo, NOW);
    const { contracts, chainId } = demo.deployment;
    const block = (await demo.provider.getBlock("latest"))!;
    logs = {
      rpc: new RpcClient(demo.chain.rpcUrl),
      chainId,
      contract: contracts["ActionLog"]!.address.toLowerCase(),
      agencyRegistry: contracts["AgencyRegistry"]!.address,
      block: block.number,
      blockTime: block.timestamp,
    };
  });
  after(() => demo.stop());

  async function read(scope: LogScope, at: Logs = logs): Promise<Figure[]> {
    const found = await readFigures(at, scope);
    if ("tooMany" in found) throw new Error("too many");
    return found.figures;
  }
  const oneOf = (service: string, anchors = 10): LogScope => ({
    of: "service",
    service,
    anchors,
    confirmed: 1,
  });
  const valueOf = (figures: readonly Figure[], name: string, of?: string) =>
    figures.find((one) => one.name === name && one.of === of)?.value;
  const contract = () =>
    new Contract(logs.contract, abis.ActionLog as unknown as InterfaceAbi, demo.provider);

  it("gives head, state and times as the contract's storage has them", async () => {
    const { busy } = filled;
    const figures = await read(oneOf(busy.service.name));
    const [head, service] = (await Promise.all([
      contract().getFunction("head")(busy.id),
      contract().getFunction("service")(busy.id),
    ])) as [Record<string, bigint>, Record<string, bigint>];
    expect(valueOf(figures, "size")).to.equal(String(busy.size));
    expect(valueOf(figures, "root")).to.equal(busy.root);
    expect(valueOf(figures, "anchors")).to.equal("3").and.equal(String(head["anchors"]));
    expect(valueOf(figures, "anchoredAt")).to.equal(String(busy.anchor!.blockTime));
    expect(valueOf(figures, "registeredAt")).to.equal(String(service["registeredAt"]));
    expect(valueOf(figures, "agency")).to.equal(String(busy.service.agency.code));
    expect(valueOf(figures, "titleTh")).to.equal(busy.service.title.th);
    expect(valueOf(figures, "closedAt")).to.equal("0");
    expect(valueOf(figures, "silent")).to.equal("false");
  });

  it("tells a broken promise by number, entry and time, and silence as of the block", async () => {
    const figures = await read(oneOf(filled.silent.service.name));
    expect(valueOf(figures, "brokenPromises")).to.equal("1");
    expect(valueOf(figures, "silent")).to.equal("true");
    const [event] = await contract().queryFilter("PromiseBroken");
    const { timestamp } = (await event!.getBlock())!;
    const broken = figures.filter(({ name }) => name === "brokenIndex" || name === "brokenAt");
    expect(broken.map(({ value }) => value)).to.deep.equal([String(filled.silent.size), String(timestamp)]);
    expect(broken[0]!.of).to.equal(`${event!.topics[2]} DEADLINE_MISSED`);
  });

  it("finds every witness by the contract's storage, with the size that each has confirmed", async () => {
    const { busy } = filled;
    const figures = await read(oneOf(busy.service.name));
    const cosigned = figures.filter(({ name }) => name === "cosigned");
    expect(new Map(cosigned.map(({ of, value }) => [Number(of), Number(value)]))).to.deep.equal(
      new Map([
        [agencies.audit.code, busy.size],
        [agencies.bureau.code, Math.floor(filled.told.records.length / 2)],
      ]),
    );
    const far = await read({ ...oneOf(busy.service.name), confirmed: busy.size } as LogScope);
    expect(far.filter(({ name }) => name === "cosigned")).to.have.length(1);
  });

  it("reads the newest anchors whole, the oldest of them with where the one before ended", async () => {
    const { busy } = filled;
    const { name } = busy.service;
    const firsts = async (anchors: number) =>
      (await read(oneOf(name, anchors)))
        .filter((one) => one.name === "anchorFirst")
        .map(({ of, value }) => [Number(of), Number(value)]);
    const { length } = filled.told.records;
    const half = Math.floor(length / 2);
    expect(await firsts(10)).to.deep.equal([
      [7, 0],
      [half, 7],
      [length, half],
    ]);
    expect(await firsts(1)).to.deep.equal([[length, half]]);
    const figures = await read(oneOf(name, 1));
    const of = String(length);
    expect(valueOf(figures, "anchorTx", of)).to.equal(busy.anchor!.txHash);
    expect(valueOf(figures, "anchorBlock", of)).to.equal(String(busy.anchor!.block));
    expect(valueOf(figures, "anchorAt", of)).to.equal(String(busy.anchor!.blockTime));
    expect(valueOf(figures, "anchorRoot", of)).to.equal(busy.root);
  });

  it("lists all services, and all witnesses with their times", async () => {
    const named = [filled.busy, filled.silent, filled.quiet].map(({ service }) => service.name);
    const some = await read({ of: "services", services: named, all: false });
    expect(some.filter(({ name }) => name === "listed").map(({ of }) => of)).to.have.members(named);
    expect(valueOf(some, "brokenPromises", filled.silent.service.name)).to.equal("1");
    const every = await read({ of: "services", services: named, all: true });
    const ids = (await contract().getFunction("services")()) as string[];
    expect(every.filter(({ name }) => name === "listed")).to.have.length(ids.length);
    expect(ids.length).to.be.greaterThan(named.length);
    const witnesses = await read({ of: "witnesses", pairs: [], all: true });
    const events = await contract().queryFilter("HeadCosigned");
    const pairs = new Set(events.map(({ topics }) => `${topics[1]} ${topics[2]}`));
    expect(witnesses.filter(({ name }) => name === "cosigned")).to.have.length(pairs.size);
    const last = (await events.at(-1)!.getBlock())!;
    const key = `${agencies.audit.code} ${filled.busy.service.name}`;
    expect(valueOf(witnesses, "cosignedAt", key)).to.equal(String(last.timestamp));
  });

  it("says nothing of a service that the ledger does not know", async () => {
    expect(await read(oneOf("th.go.nowhere"))).to.deep.equal([]);
  });

  it("speaks of the block that the page speaks of, not of what came later", async () => {
    const { name } = filled.busy.service;
    const events = await contract().queryFilter("Anchored");
    const before = events.at(-1)!.blockNumber - 1;
    const { timestamp } = (await demo.provider.getBlock(before))!;
    const earlier = await read(oneOf(name), { ...logs, block: before, blockTime: timestamp });
    expect(valueOf(earlier, "anchors")).to.equal("2");
    expect(earlier.filter((one) => one.name === "anchorRoot")).to.have.length(2);
  });

  it("finds what a page left out, added or changed, and nothing else", async () => {
    const found = await read(oneOf(filled.silent.service.name));
    expect(compareFigures(found, found).every(({ same }) => same)).to.equal(true);
    const said = found
      .filter(({ name }) => name !== "brokenIndex" && name !== "brokenAt")
      .map((one) => (one.name === "brokenPromises" ? { ...one, value: "0" } : one));
    const wrong = compareFigures([...said, { name: "cosigned", of: "1", value: "9" }], found).filter(
      ({ same }) => !same,
    );
    expect(wrong.map(({ name, said: page, found: ledger }) => [name, page, ledger])).to.deep.equal([
      ["brokenPromises", "0", "1"],
      ["cosigned", "9", null],
      ["brokenIndex", null, String(filled.silent.size)],
      ["brokenAt", null, found.find(({ name }) => name === "brokenAt")!.value],
    ]);
  });
});
