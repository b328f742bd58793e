import { expect } from "chai";
import { importCommandError } from "../../scripts/import/errors.ts";
import { describeError, platformError } from "../../scripts/platform/errors.ts";

describe("an error on the terminal", () => {
  it("is said in Thai and English, with its code and how to mend it", () => {
    const error = importCommandError("IMPORT_NO_ROWS", { th: "x.csv ไม่มีแถวข้อมูล", en: "x.csv has no rows" });
    expect(describeError(error)).to.equal(
      "IMPORT_NO_ROWS: x.csv ไม่มีแถวข้อมูล\n  → ตรวจว่าแฟ้มครบถ้วน\nx.csv has no rows\n  → check that the file is complete",
    );
  });

  it("of the platform is said in both as well: officers run it", () => {
    expect(describeError(platformError("PORT_IN_USE", { port: 8080 }))).to.equal(
      [
        "PORT_IN_USE: พอร์ต 8080 ถูกใช้อยู่ มีโปรแกรมอื่นรับคำขอที่พอร์ตนี้",
        "  → หยุดโปรแกรมนั้น หรือกำหนด PORT เป็นเลขอื่น เช่น PORT=9000 npm start",
        "Port 8080 is in use. Another program listens there.",
        "  → Stop that program, or give another PORT, such as PORT=9000 npm start.",
      ].join("\n"),
    );
  });

  it("that nobody can mend keeps its stack", () => {
    expect(describeError(new TypeError("a fault"))).to.match(/^TypeError: a fault\n\s+at /);
    expect(describeError("a word")).to.equal("a word");
  });
});
