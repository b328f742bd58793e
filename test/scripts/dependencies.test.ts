import { expect } from "chai";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(resolve(ROOT, file), "utf8");

/** `a{b,c}` → `ab`, `ac`. */
function expanded(name: string): string[] {
  const [, before, inner, after] = /^(.*)\{(.*)\}(.*)$/.exec(name) ?? [];
  return inner === undefined ? [name] : inner.split(",").map((part) => `${before}${part}${after}`);
}

describe("docs/dependencies.md", () => {
  it("says of every dependency why it, and of no other", () => {
    const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
    const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).map((name) =>
      name.startsWith("@types/") ? "@types/*" : name,
    );
    const explained = read("docs/dependencies.md")
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .flatMap((line) =>
        [...line.split("|")[1]!.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => expanded(name!)),
      );
    // Installed under another name: the line has both.
    const known = explained.filter((name) => name !== "kubo-rpc-client");
    expect([...new Set(known)].toSorted()).to.deep.equal([...new Set(installed)].toSorted());
  });
});
