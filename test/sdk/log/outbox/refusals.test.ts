import { expect } from "chai";
import { intakeTexts } from "../../../../api/intake/errors/texts.ts";
import { sdkErrorCodes } from "../../../../sdk/errors/sdk.ts";
import { isForGood, prospects } from "../../../../sdk/log/outbox/refusals.ts";

const isGood = (code: string, details = {}) => isForGood({ code, details });

describe("what an outbox thinks of a refusal", () => {
  it("is decided for every refusal of the intake, and for none that there is not", () => {
    expect(Object.keys(prospects).toSorted()).to.deep.equal(Object.keys(intakeTexts).toSorted());
  });

  it("does not wait with a record whose form or content is refused", () => {
    const ofRecords = sdkErrorCodes.filter((code) => code.startsWith("LOG_RECORD_"));
    expect(ofRecords).to.not.be.empty;
    for (const code of [...ofRecords, "LOG_PERSONAL_DATA"]) expect(isGood(code), code).to.equal(true);
  });

  it("waits where time or a person can help, and with what it does not know", () => {
    for (const code of ["LOG_INTAKE_BUSY", "LOG_INTAKE_SERVICE_CLOSED", "LOG_INTAKE_TYPE_UNKNOWN", "NEW_ONE"])
      expect(isGood(code), code).to.equal(false);
  });

  it("waits for a schema that may come, not for one whose time is over", () => {
    expect(isGood("LOG_INTAKE_SCHEMA_OLD", { replaced: false })).to.equal(false);
    expect(isGood("LOG_INTAKE_SCHEMA_OLD", { replaced: true })).to.equal(true);
    expect(isGood("LOG_INTAKE_SCHEMA_OLD")).to.equal(false);
  });
});
