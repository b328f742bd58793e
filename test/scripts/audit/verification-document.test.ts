import { expect } from "chai";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(resolve(ROOT, file), "utf8");

describe("docs/verification.md", () => {
  it("explains every code that the audit and the check of a receipt can find, and no other", () => {
    const document = read("docs/verification.md");
    const sources = globSync(["scripts/audit/*/**/*.ts", "scripts/audit/run.ts", "sdk/replay/**/*.ts"], {
      cwd: ROOT,
    });
    const code = String.raw`"([A-Z]+(?:_[A-Z]+)*)"`;
    const calls = [
      String.raw`\.(?:finds|rule|check|atMost)\([^"\`]*?${code}`,
      String.raw`report\.equal\(\s*${code}`,
      String.raw`\.equal\(\s*"[a-z ]+",\s*${code}`,
      String.raw`code: ${code}`,
      String.raw`\? ${code} : ${code}`,
    ].map((pattern) => new RegExp(pattern, "g"));
    const used = new Set<string>();
    for (const text of sources.map(read))
      for (const call of calls)
        for (const [, ...names] of text.matchAll(call)) for (const name of names) if (name) used.add(name);
    const steps = read("sdk/log/verify/step.ts").matchAll(/\| "([A-Z]+(?:_[A-Z]+)*)"/g);
    for (const [, name] of steps) used.add(name!);
    const explained = new Set([...document.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/g)].map(([, name]) => name!));
    expect(used.size).to.be.greaterThan(100);
    expect([...used].filter((name) => !explained.has(name))).to.deep.equal([]);
    expect([...explained].filter((name) => !used.has(name))).to.deep.equal([]);
  });
});
