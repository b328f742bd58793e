import { build } from "../build.ts";
import { runChecks } from "../check.ts";
import { findChromium } from "../platform/chromium.ts";
import type { Counts } from "./counts.ts";
import { runMocha } from "./mocha.ts";

export interface Part {
  name: string;
  /** @param options passed on to mocha, e.g. `--grep money` */
  run(options: string[]): Promise<Counts>;
}

/** Everything that `npm test` runs, in order; `npm test -- NAME` runs one. */
export const parts: Part[] = [
  { name: "check", run: runChecks },
  { name: "build", run: runBuild },
  ...["contracts", "sdk", "indexer", "api", "scripts", "faults"].map((name) => ({
    name,
    run: (options: string[]) => runMocha(name, options, {}),
  })),
  ...["web", "e2e"].map((name) => ({ name, run: (options: string[]) => runInBrowser(name, options) })),
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

async function runInBrowser(name: string, options: string[]): Promise<Counts> {
  const chromium = findChromium();
  if (chromium) return await runMocha(name, options, { CHROMIUM: chromium });
  const advice = "install Chromium, or name it in CHROMIUM";
  if (process.env.REQUIRE_BROWSER === "1") {
    console.error(`no Chromium was found, and REQUIRE_BROWSER=1 asks for it: ${advice}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  console.log(`NO CHROMIUM WAS FOUND: the browser tests of test/${name} are skipped (${advice})`);
  const { passed, failed, skipped } = await runMocha(name, [...options, "--dry-run"], {});
  return { passed: 0, failed, skipped: passed + skipped };
}
