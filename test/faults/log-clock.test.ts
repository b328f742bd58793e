/** A gateway whose clock jumps, forwards and back: no promise that means nothing is given, and nothing is lost. */
import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import type { AnchoringProcess } from "../support/log/anchoring-process.ts";
import { LoggingWorld } from "../support/log/logging-world.ts";

const HOUR = 3_600;
const PRELOAD = pathToFileURL(resolve(import.meta.dirname, "../support/shifted-clock.mjs")).href;

describe("logging while the gateway's clock jumps", function () {
  this.timeout(300_000);
  let directory: string;
  let clocks: Record<"api" | "worker", string>;
  let log: LoggingWorld;
  let worker: AnchoringProcess;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), "prongsai-log-clock-"));
    clocks = { api: join(directory, "api.clock"), worker: join(directory, "worker.clock") };
    for (const file of Object.values(clocks)) writeFileSync(file, "0");
    const env = { NODE_OPTIONS: `--import ${PRELOAD}`, CLOCK_SHIFT: clocks.api };
    log = await LoggingWorld.start(directory, env);
    worker = log.anchoring({ ...env, CLOCK_SHIFT: clocks.worker });
  });
  after(async () => {
    await worker?.kill();
    await log?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function jump(whose: "api" | "worker", seconds: number): Promise<void> {
    writeFileSync(clocks[whose], String(seconds));
    await sleep(200);
  }
  const now = () => Math.floor(Date.now() / 1_000);

  it("takes while it is right", async () => {
    expect(await log.send(log.next())).to.equal("201");
    await log.expectAnchored();
  });

  it("an hour forwards: what is signed by the right time is refused as too old, and taken when the clock is right again", async () => {
    await jump("api", HOUR);
    const waiting = log.next();
    expect(await log.send(waiting)).to.equal("401 LOG_SIGNATURE_TIME");
    await jump("api", 0);
    expect(await log.send(waiting)).to.equal("201");
  });

  it("an hour back after promises were given: gives none until it is there again, and takes the same request then", async () => {
    await jump("api", HOUR);
    const ahead = log.next({ created: now() + HOUR });
    expect(await log.send(ahead)).to.equal("201");
    await jump("api", 0);
    const waiting = log.next();
    for (let again = 0; again < 3; again++) expect(await log.send(waiting)).to.equal("503 LOG_INTAKE_CLOCK");
    // What was promised is told all the same.
    expect(await log.send({ ...ahead, created: now() })).to.equal("201");
    await log.world.api.restart();
    expect(await log.send(waiting)).to.equal("503 LOG_INTAKE_CLOCK");
    await jump("api", HOUR);
    expect(await log.send({ ...waiting, created: now() + HOUR })).to.equal("201");
    await log.expectLogged();
  });

  for (const [what, seconds] of [
    ["a day forwards", 24 * HOUR],
    ["a day back", -24 * HOUR],
  ] as const)
    it(`anchors all the same when its own clock jumps ${what}`, async () => {
      await jump("worker", seconds);
      for (let at = 0; at < 3; at++)
        expect(await log.send(log.next({ records: 2, created: now() + HOUR }))).to.equal("201");
      await log.expectAnchored();
      expect(worker.child.exitCode).to.equal(null);
      await log.expectLogged();
    });
});
