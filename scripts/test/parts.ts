import { build } from "../build.ts";
import { runChecks } from "../check.ts";
import { findChromium } from "../platform/chromium.ts";
import type { Counts } from "./counts.ts";
import { runMocha } from "./mocha.ts";
import type { Output } from "./mocha.ts";

export interface Part {
  name: string;
  /** Changes what the others read, so nothing may run beside it. */
  alone?: true;
  /** Serves or reads the built pages. */
  needsPages?: true;
  /** @param options passed on to mocha, e.g. `--grep money` */
  run(options: string[], output?: Output): Promise<Counts>;
}

const withMocha = (name: string): Part => ({
  name,
  run: (options, output) => runMocha(name, options, {}, output),
});
const withBrowser = (name: string): Part => ({
  name,
  run: (options, output) => runInBrowser(name, options, output),
});

/**
 * Everything that `npm test` runs, in order; `npm test -- NAME` runs one. Two run at a time: what mostly waits (for retries,
 * for processes that are killed) stands beside what computes, and the shortest come last, so that both lanes end together.
 */
export const parts: Part[] = [
  { name: "check", alone: true, run: runChecks },
  { name: "build", alone: true, run: runBuild },
  ...["faults", "sdk"].map(withMocha),
  { ...withBrowser("e2e"), needsPages: true },
  withMocha("indexer"),
  { ...withMocha("api"), needsPages: true },
  { ...withBrowser("web"), needsPages: true },
  { ...withMocha("scripts"), needsPages: true },
  withMocha("contracts"),
];

async function runBuild(): Promise<Counts> {
  try {
    const built = await build();
    console.log(built.length > 0 ? `built ${built.join(", ")}` : "up to date");
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runInBrowser(name: string, options: string[], output?: Output): Promise<Counts> {
  const chromium = findChromium();
  if (chromium) return await runMocha(name, options, { CHROMIUM: chromium }, output);
  const advice = "install Chromium, or name it in CHROMIUM";
  if (process.env.REQUIRE_BROWSER === "1") {
    console.error(`no Chromium was found, and REQUIRE_BROWSER=1 asks for it: ${advice}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  console.log(`NO CHROMIUM WAS FOUND: the browser tests of test/${name} are skipped (${advice})`);
  const { passed, failed, skipped } = await runMocha(name, [...options, "--dry-run"], {}, output);
  return { passed: 0, failed, skipped: passed + skipped };
}
