import { Wallet } from "ethers";
import { expect } from "chai";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";
import { pino } from "pino";
import { ActionLogChain } from "../../../api/anchoring/chain/action-log.ts";
import { Sender } from "../../../api/anchoring/chain/sender.ts";
import { AnchorHistory } from "../../../api/anchoring/witness/history.ts";
import { Witness } from "../../../api/anchoring/witness/witness.ts";
import { bundleCid, parseManifest } from "../../../sdk/log/bundle/index.ts";
import { startApi } from "../../support/api.ts";
import type { ApiFixture } from "../../support/api.ts";
import { startMirror } from "../../support/mirror.ts";
import type { MirrorFixture } from "../../support/mirror.ts";
import { serviceId } from "../../support/log/acknowledged.ts";
import { startAnchoring, type AnchoringProcess } from "../../support/log/anchoring-process.ts";
import { anchorsOf, untilAnchored, untilLogged } from "../../support/log/anchors.ts";
import { SERVICES, WITNESSES, records, startLogWorld, type LogWorld } from "../../support/log/world.ts";

const [POLICE, COMPLAINTS] = SERVICES;

describe("a witness", function () {
  this.timeout(120_000);
  let world: LogWorld;
  let worker: AnchoringProcess;
  let witness: AnchoringProcess | undefined;

  before(async () => {
    world = await startLogWorld();
    worker = startAnchoring(world);
    await once(worker.said, "ready");
  });
  afterEach(() => witness?.kill());
  after(async () => {
    await worker?.stop();
    await world?.stop();
  });

  async function anchored(service: string, from: number, to: number): Promise<void> {
    const deadline = Math.floor(Date.now() / 1_000) + 60;
    await world.acknowledged.append(service, records(world, service, from, to), deadline);
    await untilAnchored(world, service, to);
  }
  const start = (change: Readonly<Record<string, string>> = {}) =>
    (witness = startAnchoring(
      world,
      { WITNESS_KEY_FILE: world.witnessKeyFile, WITNESS_INTERVAL: "0.1", ...change },
      "api/anchoring/witness/main.ts",
    ));
  const fatal = async (change: Readonly<Record<string, string>>) => {
    const [{ code, message }] = await once(start(change).said, "fatal");
    return `${code}: ${message}`;
  };
  const cosigned = async (service: string) =>
    Number(await world.log.cosignedSize(serviceId(service), WITNESSES));

  it("hashes every entry of every anchor and cosigns the newest head", async () => {
    await anchored(POLICE, 0, 300);
    await anchored(POLICE, 300, 310);
    const running = start();
    await untilLogged(running, '"msg":"cosigned"');
    expect(await cosigned(POLICE)).to.equal(310);
    await anchored(POLICE, 310, 311);
    await untilLogged(running, '"size":311');
    expect(await cosigned(POLICE)).to.equal(311);
    expect(await running.stop()).to.equal(0);
  });

  it("cosigns nothing of a log whose published entries were altered, says why, and goes on with the others", async () => {
    await anchored(COMPLAINTS, 0, 5);
    const [first] = await anchorsOf(world, COMPLAINTS);
    const file = (cid: string) => join(world.directory, "documents/blocks", cid.slice(-2), cid);
    const { tiles } = parseManifest(readFileSync(file(bundleCid(first!.bundle))));
    const entries = file(tiles["tile/entries/000.p/5"]!);
    const kept = readFileSync(entries);
    writeFileSync(entries, kept.toReversed());
    await anchored(POLICE, 311, 320);
    const running = start();
    await untilLogged(running, "DOCUMENT_ALTERED");
    await untilLogged(running, '"size":320');
    expect(await cosigned(COMPLAINTS)).to.equal(0);
    await running.kill();

    // Away is not altered: it waits, and cosigns when the document is there.
    rmSync(entries);
    const waiting = start();
    await untilLogged(waiting, "DOCUMENT_UNAVAILABLE");
    expect(await cosigned(COMPLAINTS)).to.equal(0);
    writeFileSync(entries, kept);
    await untilLogged(waiting, '"msg":"cosigned"');
    expect(await cosigned(COMPLAINTS)).to.equal(5);
  });

  describe("of a log that keeps growing", () => {
    type Step = "refusal" | "send";
    /** What the witness logs. */
    const lines: { msg: string; size?: number }[] = [];
    let size = 0;
    let growing: Witness;
    /** How often the log still grows right before the contract is asked, or the transaction is sent. */
    const growths: Record<Step, number> = { refusal: 0, send: 0 };

    const grow = async (before: Step) => {
      if (growths[before]-- > 0) await anchored(POLICE, size, ++size);
    };
    class SlowSender extends Sender {
      override async refusal(data: string) {
        await grow("refusal");
        return await super.refusal(data);
      }
      override async send(data: string, gas: number) {
        await grow("send");
        return await super.send(data, gas);
      }
    }

    before(async () => {
      size = Number((await world.log.head(serviceId(POLICE))).size);
      const { chain: node, deployment, documents, witness: officer } = world;
      const chain = new ActionLogChain(node.rpcUrl, deployment);
      growing = new Witness({
        ...{ chain, documents, agency: WITNESSES },
        history: new AnchorHistory(chain.rpc, chain.address, deployment.contracts["ActionLog"]!.block),
        sender: new SlowSender(chain, new Wallet(officer.privateKey), deployment.chainId),
        logger: pino({}, { write: (line) => lines.push(JSON.parse(line) as (typeof lines)[number]) }),
      });
    });

    /** Messages of one look at an entry that was anchored just now, and the size that it found. */
    async function look(times: Partial<typeof growths>) {
      await anchored(POLICE, size, ++size);
      const verified = size;
      Object.assign(growths, { refusal: 0, send: 0 }, times);
      lines.splice(0);
      await growing.look();
      const said = lines.filter((line) => line.size === verified).map(({ msg }) => msg);
      return { verified, said };
    }

    for (const times of [{ refusal: 1 }, { refusal: 4 }, { send: 1 }, { refusal: 2, send: 2 }])
      it(`cosigns what it has verified, with the proof to what there is by then: ${JSON.stringify(times)}`, async () => {
        const { verified, said } = await look(times);
        expect(said).to.deep.equal(["cosigned"]);
        expect(await cosigned(POLICE)).to.equal(verified);
        expect(size).to.be.greaterThan(verified);
      });

    it("says that it could not when the log grew each time, and catches up afterwards", async () => {
      const before = await cosigned(POLICE);
      const { said } = await look({ refusal: Infinity });
      expect(said).to.deep.equal(["not cosigned yet: the log grew each time"]);
      expect(await cosigned(POLICE)).to.equal(before);
      expect((await look({})).said).to.deep.equal(["cosigned"]);
      expect(await cosigned(POLICE)).to.equal(size);
    });
  });

  describe("on another machine", () => {
    let mirror: MirrorFixture;
    let api: ApiFixture;

    before(async () => {
      mirror = await startMirror(world);
      api = await startApi({ mirror });
    });
    after(async () => {
      await api?.stop();
      await mirror?.stop();
    });

    it("takes documents from the ledger's public address", async () => {
      const size = Number((await world.log.head(serviceId(POLICE))).size);
      await anchored(POLICE, size, size + 10);
      const elsewhere = join(world.directory, "elsewhere");
      const running = start({ DOCUMENTS_GATEWAY: api.url, DATA_DIR: elsewhere });
      await untilLogged(running, `"size":${size + 10}`);
      expect(await cosigned(POLICE)).to.equal(size + 10);
    });

    it("says at the start that a node takes no transactions", async () => {
      const said = await fatal({ RPC_URL: `${api.url}/rpc` });
      expect(said).to.include("LOG_WITNESS_NODE").and.include(`${api.url}/rpc`);
    });
  });

  it("says what it lacks in its own words", async () => {
    for (const name of ["RPC_URL", "DEPLOYMENT", "DATA_DIR", "WITNESS_KEY_FILE"])
      expect(await fatal({ [name]: "" })).to.match(
        new RegExp(`^LOG_WITNESS_SETTING: .*witness's setting ${name} `),
      );
    for (const [name, value] of [
      ["WITNESS_INTERVAL", "-1"],
      ["DOCUMENTS_GATEWAY", "ftp://x"],
    ] as const)
      expect(await fatal({ [name]: value })).to.include(
        `LOG_WITNESS_SETTING: The witness's setting ${name} `,
      );
    const { address, privateKey } = Wallet.createRandom();
    const file = join(world.directory, "stranger.key");
    writeFileSync(file, `${privateKey}\n`, { mode: 0o600 });
    expect(await fatal({ WITNESS_KEY_FILE: file }))
      .to.include("LOG_WITNESS_OFFICER")
      .and.include(address);
  });
});
