import { expect } from "chai";
import { importCommandError } from "../../scripts/import/errors.ts";
import { describeError, PlatformError } from "../../scripts/platform/errors.ts";

describe("an error on the terminal", () => {
  it("is said in Thai and English, with its code and how to mend it", () => {
    const error = importCommandError("IMPORT_NO_ROWS", { th: "x.csv ไม่มีแถวข้อมูล", en: "x.csv has no rows" });
    expect(describeError(error)).to.equal(
      "IMPORT_NO_ROWS: x.csv ไม่มีแถวข้อมูล\n  → ตรวจว่าแฟ้มครบถ้วน\nx.csv has no rows\n  → check that the file is complete",
    );
  });

  it("of the platform is for those who run it: in English", () => {
    expect(describeError(new PlatformError("A_CODE", "what", "mend"))).to.equal("A_CODE: what\n  → mend");
  });

  it("that nobody can mend keeps its stack", () => {
    expect(describeError(new TypeError("a fault"))).to.match(/^TypeError: a fault\n\s+at /);
    expect(describeError("a word")).to.equal("a word");
  });
});
