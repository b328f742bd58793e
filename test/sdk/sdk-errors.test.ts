import { expect } from "chai";
import { readFileSync } from "node:fs";
import { ProngsaiError } from "../../sdk/errors.ts";
import { sdkError, sdkErrorCodes } from "../../sdk/errors/sdk.ts";

const catalogue = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");

describe("errors of the SDK", () => {
  for (const code of sdkErrorCodes) {
    it(`${code} is documented and complete in both languages`, () => {
      expect(catalogue).to.include(`| \`${code}\` |`);
      const error = sdkError(code, { input: "ก" });
      for (const locale of ["th", "en"] as const) {
        for (const text of Object.values(error.explain(locale)))
          expect(text).to.be.a("string").and.not.equal("");
      }
      expect(Object.values(error.explain("th")).join("")).to.match(/[ก-๙]{3}/);
    });
  }

  it("carry code, message, remedy, details, cause and the place of their documentation", () => {
    const cause = new Error("below");
    const error = sdkError("MONEY_NEGATIVE", { input: "-1" }, cause);
    expect(error).to.be.instanceOf(ProngsaiError).and.instanceOf(Error);
    expect(error).to.include({ code: "MONEY_NEGATIVE", cause, docs: "docs/errors.md#MONEY_NEGATIVE" });
    expect(error.message).to.match(/^“-1” is negative\. /);
    expect(error.mend).to.include("record a return");
    expect(error.details).to.deep.equal({ input: "-1" });
  });
});
