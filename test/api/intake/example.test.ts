import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nextSequence } from "../../../api/intake/check/sequence.ts";
import { compileSchema } from "../../../api/intake/known/compile-schema.ts";
import { schemaCid } from "../../../sdk/log/catalogue/index.ts";
import { gapDeclared } from "../../../sdk/log/common/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { LogAnswer } from "../../../sdk/log/promise/answer.ts";
import { AGENCY, newSubmitter, noteSchema, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";

const DOCUMENT = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
const [, EXAMPLE] = /## Logging actions.*?```sh\n(.*?)```/s.exec(DOCUMENT)!;
const SERVICE = "th.go.example.notes";

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

describe("the example of docs/api.md", function () {
  this.timeout(120_000);
  let world: IntakeWorld;
  let desk: Submitter;

  before(async () => {
    desk = await newSubmitter("desk-1");
    world = await startIntakeWorld(async (keeper) => {
      await keeper.register(SERVICE);
      await keeper.addKey(SERVICE, desk);
    });
  });
  after(() => world.stop());

  it("logs an action with openssl and curl", async () => {
    expect(EXAMPLE).to.include(`"agency": ${AGENCY}`).and.include(cidOf(noteSchema));
    const folder = mkdtempSync(join(tmpdir(), "prongsai-example-"));
    try {
      const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", desk.key)).toString("base64");
      const pem = `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`;
      writeFileSync(join(folder, "desk-1.pem"), pem);
      const script = EXAMPLE!.replace("http://localhost:8080", world.api.url);
      const said = execFileSync("bash", ["-euc", script], { cwd: folder, encoding: "utf8" });
      const answer = JSON.parse(said) as LogAnswer;
      expect(answer, said).to.include({ service: SERVICE, firstIndex: 0, count: 1 });
      expect(answer.promise.signature).to.match(/^0x[0-9a-f]{130}$/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
