/**
 * Random traces of calls, judged by the model and by the chain. The suite plays the same few traces every time;
 * `npm run fuzz:contracts` plays hundreds of new ones. `FUZZ_RUNS`, `FUZZ_STEPS` and `FUZZ_SEED` make it longer or
 * repeat it; `FUZZ_TRACE=n` plays only the n-th trace of the seed.
 */
import { expect } from "chai";
import type { Interface, Result } from "ethers";
import { expectJournal } from "../../support/journal.ts";
import { connection, ledger, networkHelpers, type Ledger } from "../../support/ledger.ts";
import { differingReads, replayedLog } from "../../support/log/replay.ts";
import { random } from "../../support/random.ts";
import { judge, type Call, type Caller } from "./model/judge.ts";
import { Moves } from "./model/moves.ts";
import { idOfKey, transaction } from "./model/transaction.ts";
import { answers, World } from "./model/world.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 25);
const steps = Number(process.env.FUZZ_STEPS ?? 60);
const seed = Number(process.env.FUZZ_SEED ?? 9162);
const only = process.env.FUZZ_TRACE;
const request = (method: string, params: unknown[] = []) => connection.provider.request({ method, params });

/** Sends a call; the name of the error that it meets, undefined when it is accepted. */
async function send(
  l: Ledger,
  by: Caller,
  call: Call,
  world: World,
  time: number,
): Promise<string | undefined> {
  const [method, args] = transaction(call, world);
  const abi = l.log.interface as unknown as Interface;
  const officer = by === "registrar" ? l.registrar : typeof by === "string" ? l.officers[by] : undefined;
  const from = officer?.address ?? (by as { gateway: string }).gateway;
  const to = await l.log.getAddress();
  await request("evm_setNextBlockTimestamp", [`0x${time.toString(16)}`]);
  try {
    await request("eth_sendTransaction", [
      { from, to, data: abi.encodeFunctionData(method, args), gas: "0x1312d00" },
    ]);
    return undefined;
  } catch (error) {
    const { data } = error as { data?: string | { data: string } };
    const reason = (typeof data === "object" ? data.data : data) ?? "0x";
    const found = [l.log, l.registry, l.manager].map((contract) =>
      (contract.interface as unknown as Interface).parseError(reason),
    );
    return found.find((parsed) => parsed)?.name ?? `${reason} ${String(error)}`;
  }
}

/** Everything that the getters answer is what the model holds. */
async function compare({ log }: Ledger, world: World): Promise<void> {
  for (const service of world.services.values()) {
    const { id } = service;
    const expected = answers(service);
    expect([...(await log.service(id))], "service").to.deep.equal(expected.service);
    expect([...(await log.head(id))], "head").to.deep.equal(expected.head);
    expect(await log.brokenPromises(id), "brokenPromises").to.equal(expected.brokenPromises);
    for (const [agency, size] of service.cosigned)
      expect(await log.cosignedSize(id, agency)).to.equal(BigInt(size));
    for (const [name, { version, inUse }] of service.types) {
      const type = await log.actionType(id, name);
      expect([type.version, type.inUse], name).to.deep.equal([BigInt(version), inUse]);
    }
    for (const [key, { from, until, ended }] of service.keys) {
      const { window } = await log.key(id, idOfKey(key));
      expect([...(window as unknown as Result)]).to.deep.equal([from, until, ended ?? 0].map(BigInt));
    }
    for (const breach of service.breaches) {
      const [hash, way] = breach.split(" ") as [string, string];
      expect(await log.isReported(hash, way === "missed" ? 0 : 1), breach).to.equal(true);
    }
  }
}

describe("the action log and the model, over random traces", () => {
  const reached = { accepted: new Set<string>(), refused: new Set<string>() };

  async function playTrace(l: Ledger, index: number): Promise<void> {
    const source = random((seed + index * 7_919) % 2 ** 31);
    const moves = new Moves(source, l);
    let world = new World();
    world.now = await networkHelpers.time.latest();
    const played: string[] = [];
    try {
      const opening = moves.opening(world.now);
      for (let step = 0; step < opening.length + steps; step++) {
        const { by, call, after } = opening[step] ?? (await moves.propose(world));
        const time = world.now + after;
        const verdict = judge(world, by, call, time);
        const said = await send(l, by, call, world, time);
        const who = typeof by === "string" ? by : by.gateway;
        played.push(`${step + 1}. ${time} ${who} ${call.what} ${said ?? "accepted"}`);
        const expected = [...verdict.refusals].join(", ") || "nothing to refuse";
        const agreed = said === undefined ? verdict.refusals.size === 0 : verdict.refusals.has(said);
        if (!agreed) throw new Error(`the model says: ${expected}`);
        world = verdict.world;
        if (said === undefined) reached.accepted.add(call.what);
        else reached.refused.add(said);
        if (said === undefined && step % 5 === 0) await compare(l, world);
      }
      await compare(l, world);
      const { differing } = await differingReads(l, await replayedLog(l));
      expect(differing, "the state from events").to.deep.equal([]);
      await expectJournal(l.log);
    } catch (error) {
      const again = `FUZZ_SEED=${seed} FUZZ_STEPS=${steps} FUZZ_TRACE=${index}`;
      throw new Error(`${again}\n${played.join("\n")}\n${String((error as Error).stack)}`, { cause: error });
    }
  }

  const what = only ? `trace ${only}` : `${runs} traces`;
  it(`agree call by call in ${what} of ${steps} calls (FUZZ_SEED=${seed})`, async function () {
    this.timeout(Math.max(600_000, runs * 5_000));
    for (const index of only ? [Number(only)] : Array.from({ length: runs }, (_, n) => n))
      await playTrace(await ledger(), index);
  });

  it("reach every call, accepted", function () {
    if (only || runs < 25) this.skip();
    if (process.env.FUZZ_REPORT) console.log(reached);
    const all =
      "register suspend reinstate retire retitle time addKey endKey addGateway endGateway define withdraw anchor heartbeat cosign missed wrong";
    expect(all.split(" ").filter((call) => !reached.accepted.has(call))).to.deep.equal([]);
  });
});
