import { expect } from "chai";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

interface Locked {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const file = resolve(import.meta.dirname, "../../package-lock.json");
const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Locked> };

/** Where Node would find `name` from the package at `from`, innermost folder first. */
function find(from: string, name: string): Locked | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const found = packages[`${at ? `${at}/` : ""}node_modules/${name}`];
    if (found || at === "") return found;
    if (!at.includes("/node_modules/")) at = "";
    if (at === "") return packages[`node_modules/${name}`];
  }
}

describe("lockfile", () => {
  it("lists every optional package, also those of other platforms: without them `npm ci` refuses to install", () => {
    const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !find(key, name))
        .map((name) => `${name} (of ${key})`),
    );
    expect(missing).to.deep.equal([]);
  });

  it("holds no download addresses", () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith("http"))).to.deep.equal(
      [],
    );
  });
});
