import { expect } from "chai";
import { createHash } from "node:crypto";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { payloadCommit } from "../../../sdk/log/payload/index.ts";
import { newSalt, subjectCommit } from "../../../sdk/log/subject.ts";

const NUMBER = "เรื่อง/2569-17";

describe("a subject's commitment", () => {
  it("is SHA-256 over sj1, salt and number", () => {
    const salt = newSalt();
    const expected = createHash("sha256").update("sj1").update(salt).update(NUMBER, "utf8").digest("hex");
    expect(subjectCommit(salt, NUMBER)).to.equal(`0x${expected}`);
  });

  it("is the same for all entries about it, and another under another service's salt", () => {
    const [here, there] = [newSalt(), newSalt()];
    expect(subjectCommit(here, NUMBER)).to.equal(subjectCommit(here, NUMBER));
    expect(subjectCommit(there, NUMBER)).to.not.equal(subjectCommit(here, NUMBER));
    expect(subjectCommit(here, `${NUMBER}8`)).to.not.equal(subjectCommit(here, NUMBER));
  });

  it("is never that of a payload of the same bytes", () => {
    const salt = newSalt();
    expect(subjectCommit(salt, NUMBER)).to.not.equal(payloadCommit(salt, new TextEncoder().encode(NUMBER)));
  });

  for (const number of ["1101700207030", "๑-๑๐๑๗-๐๐๒๐๗-๐๓-๐", "081-234-5678", "somchai@example.go.th"])
    it(`is not made of ${number}`, () => {
      expect(() => subjectCommit(newSalt(), number))
        .to.throw(ProngsaiError)
        .with.property("code", "LOG_PERSONAL_DATA");
    });

  it("needs a salt of 32 bytes and a number", () => {
    expect(() => subjectCommit(new Uint8Array(16), NUMBER)).to.throw(RangeError);
    expect(() => subjectCommit(newSalt(), "")).to.throw(RangeError);
  });
});
