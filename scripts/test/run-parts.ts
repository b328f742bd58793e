import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { Counts } from "./counts.ts";
import type { Part } from "./parts.ts";

export interface PartResult {
  readonly name: string;
  readonly counts: Counts;
  readonly seconds: number;
}

/** More would make tests that wait for a moment of a process miss it. */
const LANES = 2;

/**
 * Runs parts, two at a time where there are two cores: one shows what it does as it does it, what the other did is shown
 * when it has ended.
 *
 * @returns the results in the order of the parts
 */
export async function runParts(parts: readonly Part[], options: string[]): Promise<PartResult[]> {
  const results: PartResult[] = [];
  const finish = async (part: Part, live: boolean) => results.push(await runPart(part, options, live));
  for (const part of parts.filter(({ alone }) => alone)) await finish(part, true);
  const waiting = parts.filter(({ alone }) => !alone);
  const lane = async (live: boolean) => {
    for (let part = waiting.shift(); part; part = waiting.shift()) await finish(part, live);
  };
  const lanes = Math.min(LANES, availableParallelism(), waiting.length);
  await Promise.all(Array.from({ length: lanes }, (_, at) => lane(at === 0)));
  return parts.map((part) => results.find(({ name }) => name === part.name)!);
}

async function runPart(part: Part, options: string[], live: boolean): Promise<PartResult> {
  const { name } = part;
  const title = `\n── ${name} ${"─".repeat(70 - name.length)}`;
  const started = performance.now();
  let counts: Counts;
  if (live) {
    console.log(title);
    counts = await counted(() => part.run(options));
  } else {
    const folder = mkdtempSync(join(tmpdir(), "prongsai-part-"));
    const file = join(folder, "output");
    const output = openSync(file, "w");
    console.log(`(${name} runs beside)`);
    counts = await counted(() => part.run(options, output));
    closeSync(output);
    console.log(`${title}\n${readFileSync(file, "utf8")}`);
    rmSync(folder, { recursive: true });
  }
  return { name, counts, seconds: (performance.now() - started) / 1_000 };
}

async function counted(run: () => Promise<Counts>): Promise<Counts> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
