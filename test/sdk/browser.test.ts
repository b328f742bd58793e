import { expect } from "chai";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";
import { findChromium } from "../../scripts/platform/chromium.ts";
import type * as Sdk from "../../sdk/index.ts";

const chromiumPath = findChromium();

/** The whole SDK in one script that puts it on `sdk`, and the modules that went into it. */
async function bundle(): Promise<{ code: string; modules: string[] }> {
  const entry = fileURLToPath(new URL("../../sdk/index.ts", import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry, name: "sdk", formats: ["iife"] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const output = Array.isArray(result) ? result[0]?.output : "output" in result ? result.output : undefined;
  const chunk = output?.find((part) => part.type === "chunk");
  if (!chunk) throw new Error("nothing was built");
  return { code: chunk.code, modules: chunk.moduleIds };
}

describe("the SDK in a browser", function () {
  this.timeout(120_000);
  let code: string;
  let modules: string[];
  before(async () => {
    ({ code, modules } = await bundle());
  });

  it("needs nothing of Node", () => {
    expect(modules.filter((id) => id.includes("browser-external") || id.startsWith("node:"))).to.deep.equal(
      [],
    );
    const required = [...code.matchAll(/(?:require\(|from |import\()["']([^"']+)["']/g)].map(
      (match) => match[1] ?? "",
    );
    const builtins = new Set(builtinModules);
    expect(required.filter((name) => builtins.has(name.replace(/^node:/, "")))).to.deep.equal([]);
    expect(modules.some((id) => id.endsWith("sdk/verify/journal.ts"))).to.equal(true);
  });

  it("reads money and dates, folds journals with both hashes, and explains errors", async function () {
    if (!chromiumPath) this.skip();
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: code });
      const seen = await page.evaluate(async () => {
        const { sdk } = globalThis as unknown as { sdk: typeof Sdk };
        const wasm = await sdk.createWasmKeccak();
        const entry = new Uint8Array(32).fill(7);
        const root = sdk.emptyJournalRoot();
        const steps: string[] = [];
        const claim = {
          rpcUrl: "http://127.0.0.1:1",
          chainId: 1,
          address: "0x",
          fromBlock: 0,
          block: 0,
          expected: { count: 0, root: "0x" },
          events: sdk.journalEvents("AgencyRegistry"),
        };
        for await (const { step, detail } of sdk.verifyJournal(claim)) {
          steps.push(step, "code" in detail ? detail.code : "");
        }
        return {
          money: sdk.formatBaht(sdk.parseBaht("๑,๔๘๐.๕๐"), "th"),
          date: sdk.formatDate("29 พ.ย. 67", "en"),
          json: sdk.canonicalJson({ b: 1, a: ["ก"] }),
          folds: [sdk.keccak256, wasm].map((keccak) => sdk.toHex(sdk.foldJournal(root, entry, keccak))),
          error: sdk.decodeContractError("0x").code,
          steps,
        };
      });
      expect(seen.folds[0])
        .to.equal(seen.folds[1])
        .and.to.match(/^0x[0-9a-f]{64}$/);
      expect(seen).to.deep.include({
        money: "1,480.50 บาท",
        date: "29 November 2024 (B.E. 2567)",
        json: '{"a":["ก"],"b":1}',
        error: "EVM_REVERT_SILENT",
        steps: ["cannot", "RPC_UNREACHABLE"],
      });
    } finally {
      await browser.close();
    }
  });
});
