/** A disk on which not a byte is left: the intake and the anchoring say so, lose nothing, and go on when there is space. */
import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { untilLogged } from "../support/log/anchors.ts";
import type { AnchoringProcess } from "../support/log/anchoring-process.ts";
import { LoggingWorld } from "../support/log/logging-world.ts";
import { SmallDisk } from "../support/small-disk.ts";

/** What a sender may be told: the server refuses what does not fit, or ends when its own journal does not fit. */
const FULL = /^503 LOG_INTAKE_(?:STORE_FULL|STORE_UNREACHABLE|NOT_WRITER)$/;

describe("logging on a disk that is really full (a file system of its own, which only root may mount)", function () {
  this.timeout(300_000);
  let database: SmallDisk | undefined;
  let documents: SmallDisk | undefined;
  let log: LoggingWorld | undefined;
  let worker: AnchoringProcess;

  before(async function () {
    database = SmallDisk.mount(400);
    documents = SmallDisk.mount(8);
    if (!database || !documents) {
      console.log("      NOT RUN: this process may not mount a file system, so no disk can be full");
      return this.skip();
    }
    log = await LoggingWorld.start(database.path);
    worker = log.anchoring({ DATA_DIR: documents.path });
  });
  after(async () => {
    await worker?.kill();
    await log?.stop();
    database?.unmount();
    documents?.unmount();
  });

  it("takes and anchors while there is space", async () => {
    for (let at = 0; at < 3; at++) expect(await log!.send(log!.next())).to.equal("201");
    await log!.expectAnchored();
  });

  it("of the documents: says DOCUMENTS_UNWRITABLE, goes on taking, and anchors all of it when there is space", async () => {
    documents!.fill();
    for (let at = 0; at < 3; at++) expect(await log!.send(log!.next({ records: 5 }))).to.equal("201");
    await untilLogged(worker, "DOCUMENTS_UNWRITABLE");
    expect(await log!.send(log!.next())).to.equal("201");
    documents!.free();
    await log!.expectAnchored();
    expect(worker.child.exitCode).to.equal(null);
    await log!.expectLogged();
  });

  it("of the database: refuses with its code, keeps what it acknowledged, takes the same request when there is space, and all is anchored", async () => {
    database!.fill();
    let waiting = log!.next({ records: 200, bytes: 2_000 });
    let said = await log!.send(waiting);
    for (let more = 0; said === "201" && more < 400; more++) {
      waiting = log!.next({ records: 200, bytes: 2_000 });
      said = await log!.send(waiting);
    }
    const told = new Set([said]);
    for (let again = 0; again < 15; again++) {
      told.add(await log!.send(waiting));
      await sleep(200);
    }
    for (const one of told) expect(one).to.match(FULL);
    expect([...told].join()).to.match(/STORE_FULL|STORE_UNREACHABLE/);
    database!.free();
    // As whoever keeps the server does when it ended for want of space.
    await sleep(1_000);
    if (log!.server.child.exitCode !== null) await log!.startServer();
    for (const one of await log!.untilTaken(waiting)) expect(one).to.match(FULL);
    expect(await log!.send(log!.next())).to.equal("201");
    await log!.expectLogged();
    await log!.expectAnchored();
    expect(worker.child.exitCode).to.equal(null);
    expect(await worker.stop()).to.equal(0);
  });
});
