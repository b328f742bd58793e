// Proves that a failure of each kind turns the exit code and the last line of `npm test` red.
// It copies the tree to a temporary folder, adds one failing file at a time, and runs the real runner there.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findChromium } from "../platform/chromium.ts";
import { copyTree } from "./copy-tree.ts";

interface Case {
  kind: string;
  part: string;
  file: string;
  text: string;
  options?: string[];
  env?: Record<string, string>;
  /** What the last line must be; default: exactly one failure and nothing else. */
  line?: RegExp;
}

const ONE = /^0 passed, 1 failed, 0 skipped$/;
const CHECK = /^2 passed, 1 failed, 0 skipped$/;
const CHOSEN = ["--grep", "deliberately"];
const FAILING = `import { expect } from "chai";\nit("deliberately fails", () => { expect(1).to.equal(2); });\n`;
const SOLIDITY = `
import { expect } from "chai";
import { network } from "hardhat";
const { ethers } = await network.create();
it("deliberately fails", async () => {
  const [signer] = await ethers.getSigners();
  const contract = await new ethers.ContractFactory([], "0x62c0ffee5f526003601dfd", signer).deploy().catch(() => undefined);
  expect(contract).not.to.equal(undefined);
});`;
const BROWSER = `
import { expect } from "chai";
import { chromium } from "playwright-core";
it("deliberately fails", async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto("data:text/html,<title>one</title>");
    expect(await page.title()).to.equal("two");
  } finally {
    await browser.close();
  }
});`;

const cases: Case[] = [
  {
    kind: "Solidity test",
    part: "contracts",
    file: "test/contracts/red.test.ts",
    text: SOLIDITY,
    options: CHOSEN,
  },
  { kind: "TypeScript test", part: "sdk", file: "test/sdk/red.test.ts", text: FAILING, options: CHOSEN },
  { kind: "browser test", part: "e2e", file: "test/e2e/red.test.ts", text: BROWSER, options: CHOSEN },
  {
    kind: "no browser where one is required",
    part: "e2e",
    file: "test/e2e/red.test.ts",
    text: BROWSER,
    options: CHOSEN,
    env: { PATH: dirname(process.execPath), CHROMIUM: "", REQUIRE_BROWSER: "1" },
  },
  {
    kind: "test file that does not load",
    part: "sdk",
    file: "test/sdk/red.test.ts",
    text: "import './absent.ts';\n",
  },
  {
    kind: "test that ends the process",
    part: "sdk",
    file: "test/sdk/red.test.ts",
    text: 'it("deliberately leaves", () => process.exit(0));\n',
    options: CHOSEN,
  },
  {
    kind: "forgotten .only",
    part: "sdk",
    file: "test/sdk/red.test.ts",
    text: 'it.only("deliberately alone", () => undefined);\n',
  },
  {
    kind: "linter finding",
    part: "check",
    file: "sdk/red.ts",
    text: 'import { readSettings } from "../scripts/platform/settings.ts";\n\nexport const settings = readSettings();\n',
    line: CHECK,
  },
  {
    kind: "type error",
    part: "check",
    file: "sdk/red.ts",
    text: 'export const red: number = "red";\n',
    line: CHECK,
  },
  {
    kind: "unformatted file",
    part: "check",
    file: "sdk/red.ts",
    text: "export const red   = 1\n",
    line: CHECK,
  },
  {
    kind: "contract that does not compile",
    part: "build",
    file: "contracts/Red.sol",
    text: "contract Red {",
  },
];

/** What is generated; making it is not what is proved here. */
const GENERATED = ["sdk/generated", "indexer/decode/generated", "artifacts", "cache", "web/dist"];

function prove(copy: string, { kind, part, file, text, options = [], env, line = ONE }: Case): boolean {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const result = spawnSync(process.execPath, ["scripts/test.ts", part, ...options], {
    cwd: copy,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  rmSync(path);
  const last = result.stdout.trimEnd().split("\n").at(-1) ?? "";
  const red = result.status === 1 && line.test(last);
  console.log(`${red ? "✔" : "✘"} ${kind.padEnd(34)} exit ${result.status}  ${last}`);
  if (!red) console.log(result.stdout.slice(-2_000), result.stderr.slice(-2_000));
  return red;
}

if (!findChromium()) throw new Error("the proof needs Chromium");
const copy = copyTree(GENERATED);
try {
  const wrong = cases.filter((one) => !prove(copy, one)).length;
  console.log(`\n${cases.length - wrong} of ${cases.length} failures turned the run red`);
  process.exitCode = wrong > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
