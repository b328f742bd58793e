import { expect } from "chai";
import { readFileSync } from "node:fs";
import { contractErrorsDocument } from "../../../scripts/build/contract-errors-document.ts";

describe("docs/contract-errors.md", () => {
  it("lists what the catalogue says", () => {
    const written = readFileSync(new URL("../../../docs/contract-errors.md", import.meta.url), "utf8");
    expect(written).to.equal(contractErrorsDocument());
  });
});
