/** A database that goes away under intake and anchoring: everybody is told, nothing is lost or logged twice. */
import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { untilLogged } from "../support/log/anchors.ts";
import type { AnchoringProcess } from "../support/log/anchoring-process.ts";
import { LoggingWorld } from "../support/log/logging-world.ts";

/** Behind: the index, which stands in the same database, does not move on either. */
const AWAY = /^503 LOG_INTAKE_(?:STORE_UNREACHABLE|NOT_WRITER|BEHIND)$/;

/** Processes that live, keep their connections and do nothing. @returns lets them go on */
function stopProcesses(cluster: string): () => void {
  const server = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(server, "SIGSTOP");
  const children = readFileSync(`/proc/${server}/task/${server}/children`, "utf8")
    .trim()
    .split(" ")
    .map(Number);
  for (const child of children) process.kill(child, "SIGSTOP");
  return () => {
    for (const pid of [...children, server]) process.kill(pid, "SIGCONT");
  };
}

describe("logging without its database", function () {
  this.timeout(300_000);
  let directory: string;
  let log: LoggingWorld;
  let worker: AnchoringProcess;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), "prongsai-log-database-"));
    log = await LoggingWorld.start(directory);
    worker = log.anchoring();
  });
  after(async () => {
    await worker?.kill();
    await log?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const end: Record<string, () => Promise<void>> = {
    "is stopped": () => log.server.stop(),
    "is killed": async () => {
      const [pid] = readFileSync(join(directory, "postgres/cluster/postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
      await log.server.stop();
    },
  };
  for (const [what, happens] of Object.entries(end))
    it(`that ${what} while requests come: they are told, and taken when it is there again, once`, async () => {
      for (let at = 0; at < 5; at++) expect(await log.send(log.next({ records: 3 }))).to.equal("201");
      const under = log.next({ records: 1_000, bytes: 400 });
      const [first] = await Promise.all([log.send(under), sleep(30).then(happens)]);
      expect(first).to.match(/^201$|^503 /);
      const said = new Set<string>();
      const waiting = first === "201" ? log.next() : under;
      for (let again = 0; again < 10; again++) {
        said.add(await log.send(waiting));
        await sleep(100);
      }
      for (const one of said) expect(one).to.match(AWAY);
      await untilLogged(worker, "LOG_ANCHOR_DATABASE");
      await log.startServer();
      for (const one of await log.untilTaken(waiting)) expect(one).to.match(AWAY);
      expect(await log.send(waiting)).to.equal("201");
      await log.expectLogged();
      await log.expectAnchored();
      expect(worker.child.exitCode).to.equal(null);
    });

  it("that hangs while requests come: they are told within the time that they were promised, and logged once", async () => {
    const [first, meanwhile] = [log.next(), log.next()];
    const goOn = stopProcesses(join(directory, "postgres/cluster"));
    try {
      const told = await Promise.all([log.send(first), sleep(300).then(() => log.send(meanwhile))]);
      for (const one of told) expect(one).to.equal("503 LOG_INTAKE_STORE_UNREACHABLE");
      expect(await log.send(first)).to.match(AWAY);
    } finally {
      goOn();
    }
    for (const one of [first, meanwhile])
      for (const said of await log.untilTaken(one)) expect(said).to.match(AWAY);
    await log.expectLogged();
    await log.expectAnchored();
  });

  it("starts before its database is there, and takes what was sent meanwhile", async () => {
    await worker.kill();
    await log.server.stop();
    const starting = log.world.api.restart();
    worker = log.anchoring();
    await untilLogged(worker, "LOG_ANCHOR_DATABASE");
    await starting;
    const waiting = log.next();
    const told = await log.send(waiting);
    expect(told).to.match(/^503 LOG_INTAKE_(?:STORE_UNREACHABLE|NOT_WRITER|MIRROR)$/);
    await log.startServer();
    await log.untilTaken(waiting);
    await log.expectLogged();
    await log.expectAnchored();
  });
});
