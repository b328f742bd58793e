import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

describe("docs/threat-model.md", () => {
  it("names a test that exists for every promise", () => {
    const text = readFileSync(resolve(ROOT, "docs/threat-model.md"), "utf8");
    const promises = text.split("\n").filter((line) => /^\| \d+ \|/.test(line));
    expect(promises.length).to.be.greaterThan(10);
    for (const promise of promises) {
      const files = [...promise.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file!);
      expect(files, promise).to.not.deep.equal([]);
      expect(
        files.filter((file) => !existsSync(resolve(ROOT, file))),
        promise,
      ).to.deep.equal([]);
    }
  });
});
