import { expect } from "chai";
import { once } from "node:events";
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEntries } from "../../../api/intake/read/entries.ts";
import { packEntries, unpackEntries } from "../../../api/intake/store/piece.ts";
import { openBundle } from "../../../sdk/log/bundle/index.ts";
import { parseNote, verifyNote } from "../../../sdk/log/checkpoint/index.ts";
import { TILE_WIDTH } from "../../../sdk/log/tiles/index.ts";
import { anchoringLine } from "../../../scripts/start/anchoring-line.ts";
import { freePort } from "../../../scripts/platform/free-port.ts";
import { collect } from "../../sdk/support/collect.ts";
import { serviceId } from "../../support/log/acknowledged.ts";
import { anchorsOf, untilAnchored, untilLogged } from "../../support/log/anchors.ts";
import { startAnchoring, type AnchoringProcess } from "../../support/log/anchoring-process.ts";
import { SERVICES, records, startLogWorld, type LogWorld } from "../../support/log/world.ts";

const [POLICE, COMPLAINTS, SENSORS] = SERVICES;

describe("anchoring", function () {
  this.timeout(60_000);
  let world: LogWorld;
  let worker: AnchoringProcess;
  let metricsPort: number;
  const soon = () => Math.floor(Date.now() / 1_000) + 60;

  before(async () => {
    world = await startLogWorld({ heartbeat: 10, mergeDelay: 10 });
    metricsPort = await freePort();
    worker = startAnchoring(world, { LOG_ANCHOR_METRICS_PORT: String(metricsPort) });
    await once(worker.said, "ready");
  });
  after(async () => {
    await worker?.stop();
    await world?.stop();
  });

  const append = (service: string, from: number, to: number, deadline = soon()) =>
    world.acknowledged.append(service, records(world, service, from, to), deadline);

  it("puts the acknowledged root on the chain, with a bundle that gives every entry and a signed checkpoint", async () => {
    const { size, root } = await append(POLICE, 0, 300);
    await untilAnchored(world, POLICE, size);
    const [anchored] = await anchorsOf(world, POLICE);
    expect(anchored).to.include({ from: 0, to: 300, root });
    const { entries, manifest } = await openBundle(world, anchored!);
    const published = (await collect(entries())).map(({ bytes }) => Buffer.from(bytes));
    expect(published).to.deep.equal(records(world, POLICE, 0, 300).map((one) => Buffer.from(one)));
    const { key } = world.signers.get(POLICE)!;
    expect(verifyNote(parseNote(manifest.checkpoint), [key])[0]).to.include({ outcome: "valid" });
  });

  it("extends a log again and again, whatever its length", async () => {
    for (const [from, to] of [
      [300, 301],
      [301, 512],
      [512, 513],
    ] as const) {
      await append(POLICE, from, to);
      await untilAnchored(world, POLICE, to);
    }
    const anchors = await anchorsOf(world, POLICE);
    const all: number[] = [];
    for (const anchored of anchors) {
      const { entries } = await openBundle(world, anchored);
      all.push(...(await collect(entries())).map(({ index }) => index));
    }
    expect(all).to.deep.equal(Array.from({ length: 513 }, (_, index) => index));
  });

  it("counts what it published and anchored, and names no service", async () => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
    expect(value("prongsai_anchoring_entries_total")).to.equal(513);
    expect(value("prongsai_anchoring_anchors_total")).to.equal(4);
    expect(value("prongsai_anchoring_transactions_total")).to.equal(4);
    expect(value("prongsai_anchoring_wait_seconds_count")).to.equal(4);
    expect(value("prongsai_anchoring_documents_total")).to.be.at.least(8);
    expect(value("prongsai_anchoring_held_services")).to.equal(0);
    for (const service of SERVICES) expect(text).not.to.include(service);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/other`)).status).to.equal(404);
  });

  it("gives no entry behind the log's end", async () => {
    const { log } = (await world.acknowledged.log(POLICE))!;
    const found = await collect(readEntries(world.acknowledged.client, log, 510, 600));
    expect(found.map(({ index }) => index)).to.deep.equal([510, 511, 512]);
  });

  it("anchors several services in one transaction", async () => {
    await worker.stop();
    await append(POLICE, 513, 520);
    await append(COMPLAINTS, 0, 7);
    worker = startAnchoring(world);
    const [{ services, block }] = await once(worker.said, "anchored");
    expect(services).to.equal(2);
    const newest = await Promise.all([POLICE, COMPLAINTS].map((service) => anchorsOf(world, service)));
    expect(newest.map((anchors) => anchors.at(-1)!.block)).to.deep.equal([block, block]);
    expect(new Set(newest.map((anchors) => anchors.at(-1)!.txHash)).size).to.equal(1);
  });

  it("gives a sign of life for a service that has nothing new", async () => {
    await untilLogged(worker, "gave a sign of life");
    const events = await world.log.queryFilter(world.log.filters.HeartbeatReceived());
    expect(events.map(({ args }) => args.service)).to.include(serviceId(SENSORS));
  });

  const keyFile = () => join(world.checkpointKeys, `${COMPLAINTS}.key`);
  const held: [string, change: () => void, code: string][] = [
    ["its checkpoint key is missing", () => rmSync(keyFile()), "LOG_ANCHOR_NO_CHECKPOINT_KEY"],
    ["others may read its key", () => chmodSync(keyFile(), 0o644), "LOG_KEY_FILE"],
    [
      "its key is not registered",
      () => writeFileSync(keyFile(), `0x${"42".repeat(32)}\n`),
      "LOG_ANCHOR_KEY_NOT_IN_FORCE",
    ],
  ];
  for (const [what, change, code] of held) {
    it(`holds a service back while ${what}, and goes on with the others`, async () => {
      const sizes = await Promise.all(
        [POLICE, COMPLAINTS].map(async (name) => (await world.acknowledged.log(name))!.size),
      );
      const [police, complaints] = sizes as [number, number];
      const kept = `${keyFile()}.kept`;
      writeFileSync(kept, readFileSync(keyFile()), { mode: 0o600 });
      change();
      try {
        const told = once(worker.said, "trouble");
        const deadline = soon();
        await append(COMPLAINTS, complaints, complaints + 1, deadline);
        await untilLogged(worker, code);
        // Its owner is told why, and which promise runs out when.
        const [trouble] = await told;
        expect(trouble).to.include({ service: COMPLAINTS, code, index: complaints, deadline });
        expect(anchoringLine({ type: "trouble", ...trouble }))
          .to.include(`${COMPLAINTS} is not anchored from entry ${complaints} on`)
          .and.include(`บันทึกของ ${COMPLAINTS} ยังไม่ได้ยืนยันตั้งแต่รายการที่ ${complaints}`)
          .and.include(new Date(deadline * 1_000).toISOString())
          .and.include(code);
        await append(POLICE, police, police + 1);
        await untilAnchored(world, POLICE, police + 1);
        expect((await world.log.head(serviceId(COMPLAINTS))).size).to.equal(BigInt(complaints));
      } finally {
        renameSync(kept, keyFile());
      }
      const [mended] = await once(worker.said, "mended");
      expect(anchoringLine({ type: "mended", ...mended })).to.equal(
        `the log of ${COMPLAINTS} is anchored again`,
      );
      await untilAnchored(world, COMPLAINTS, complaints + 1);
    });
  }

  it("anchors no log that was altered after it was acknowledged, and says so", async () => {
    const { size } = (await world.acknowledged.log(COMPLAINTS))!;
    const alter = (log: number) =>
      world.acknowledged.client.query("UPDATE intake.log SET root = $2 WHERE log = $1", [
        log,
        Buffer.alloc(32, 7),
      ]);
    const entries = records(world, COMPLAINTS, size, size + 3);
    await world.acknowledged.append(COMPLAINTS, entries, soon(), alter);
    await untilLogged(worker, "LOG_INTAKE_ROOT");
    expect((await world.log.head(serviceId(COMPLAINTS))).size).to.equal(BigInt(size));
  });

  it("anchors no log whose anchored beginning was altered, and says so", async () => {
    const { log, size } = (await world.acknowledged.log(POLICE))!;
    const alter = "UPDATE intake.tile SET root = $2 WHERE log = $1 AND level = 0 AND index = 0";
    await world.acknowledged.client.query(alter, [log, Buffer.alloc(32, 7)]);
    await append(POLICE, size, size + 1);
    await untilLogged(worker, "LOG_INTAKE_CHAIN");
    expect((await world.log.head(serviceId(POLICE))).size).to.equal(BigInt(size));
  });

  it("anchors no entry that was altered after it was acknowledged, though the tiles above it are sound", async () => {
    const { size } = (await world.acknowledged.log(SENSORS)) ?? { size: 0 };
    const [from, to] = [size, size + 3 * TILE_WIDTH];
    const alter = async (log: number) => {
      const index = from + TILE_WIDTH + 7;
      const { rows } = await world.acknowledged.client.query<{ first_index: string; records: Buffer }>(
        `SELECT first_index, records FROM intake.entries WHERE log = $1 AND first_index <= $2
          ORDER BY first_index DESC LIMIT 1`,
        [log, index],
      );
      const first = Number(rows[0]!.first_index);
      const entries = unpackEntries(rows[0]!.records);
      const text = Buffer.from(entries[index - first]!).toString();
      entries[index - first] = Buffer.from(text.replace(/"clientSeq":\d+/, '"clientSeq":1'));
      const changed = "UPDATE intake.entries SET records = $3 WHERE log = $1 AND first_index = $2";
      await world.acknowledged.client.query(changed, [log, first, packEntries(entries)]);
    };
    await world.acknowledged.append(SENSORS, records(world, SENSORS, from, to), soon(), alter);
    await untilLogged(worker, "LOG_INTAKE_ENTRY");
    expect(worker.log()).to.include(`entry ${from + TILE_WIDTH + 7} as it is stored`);
    expect((await world.log.head(serviceId(SENSORS))).size).to.equal(BigInt(size));
  });

  it("says when a promise is late", async () => {
    rmSync(join(world.checkpointKeys, `${SENSORS}.key`));
    const codes: string[] = [];
    worker.said.on("trouble", ({ service, code }) => service === SENSORS && codes.push(code));
    const { size } = (await world.acknowledged.log(SENSORS))!;
    await append(SENSORS, size, size + 1, Math.floor(Date.now() / 1_000) - 5);
    await untilLogged(worker, "LOG_ANCHOR_LATE");
    // Its owner is told both; what it was told before may come in between.
    for (const code of ["LOG_ANCHOR_NO_CHECKPOINT_KEY", "LOG_ANCHOR_LATE"])
      while (!codes.includes(code)) await once(worker.said, "trouble");
  });

  it("ends in order", async () => expect(await worker.stop()).to.equal(0));
});
