import { expect } from "chai";
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

const MODULE = resolve(import.meta.dirname, "../../sdk/process-log.ts");

describe("the log of a process", () => {
  it("lives on when its lines cannot be written, because the disk is full", async function () {
    this.timeout(20_000);
    // Every write to it fails as on a full disk (ENOSPC). Source: full(4) of Linux.
    const full = openSync("/dev/full", "w");
    const script = `
      const { createLogger } = await import(${JSON.stringify(MODULE)});
      const logger = createLogger("test");
      for (let n = 0; n < 2_000; n++) logger.warn({ n }, "a line of some length that nobody will read, said again and again");
      setTimeout(() => { logger.error("again"); console.log("alive"); }, 50);
    `;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", full],
    });
    const closed = once(child, "close");
    const said = await text(child.stdout!);
    const [code] = (await closed) as [number | null];
    closeSync(full);
    expect([said.trim(), code]).to.deep.equal(["alive", 0]);
  });
});
