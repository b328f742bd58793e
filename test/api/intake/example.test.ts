import { expect } from "chai";
import { readFileSync } from "node:fs";
import { nextSequence } from "../../../api/intake/check/sequence.ts";
import { compileSchema } from "../../../api/intake/known/compile-schema.ts";
import { schemaCid } from "../../../sdk/log/catalogue/index.ts";
import { gapDeclared } from "../../../sdk/log/common/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";

const DOCUMENT = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
const [, GAP] = /### Declaring a gap.*?```json\n(.*?)```/s.exec(DOCUMENT)!;

describe("the gap declared in docs/api.md", () => {
  it("is a record that the log takes for that gap", () => {
    const { record } = sealRecord(JSON.parse(GAP!));
    expect(record.type).to.equal(gapDeclared.type);
    expect(record.schema).to.equal(schemaCid(gapDeclared));
    expect(compileSchema(JSON.stringify(gapDeclared.schema))(record.data)).to.equal(undefined);
    const { from, reason } = record.data as { from: number; reason: string };
    expect(nextSequence([sealRecord(record)], from)).to.equal(record.clientSeq + 1);
    for (const each of Object.keys(gapDeclared.fields.reason.values))
      expect(DOCUMENT).to.include(`\`${each}\``);
    expect(DOCUMENT).to.include(`\`${reason}\``);
  });
});
