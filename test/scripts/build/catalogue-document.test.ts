import { expect } from "chai";
import { readFileSync } from "node:fs";
import { catalogueDocument } from "../../../scripts/build/catalogue-document.ts";

describe("docs/catalogue.md", () => {
  it("lists what the catalogue says", () => {
    const written = readFileSync(new URL("../../../docs/catalogue.md", import.meta.url), "utf8");
    expect(written).to.equal(catalogueDocument());
  });
});
