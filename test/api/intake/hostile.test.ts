/** What nobody may get in: forged and altered signatures, and personal data in whatever disguise and field. */
import { expect } from "chai";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import pg from "pg";
import { claimRequest, verifyClaim } from "../../../sdk/log/http-signature/verify-request.ts";
import { verifyingKey } from "../../../sdk/log/http-signature/verifying-key.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import {
  citizenNumber,
  email,
  embedded,
  phone,
  separated,
  signedCitizenNumber,
  signedPhone,
} from "../../sdk/log/personal-data/disguises.ts";
import { newSubmitter, noteSchema, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, send, signed, submit } from "../../support/log/submitting.ts";
import { random } from "../../support/random.ts";

const SERVICE = "th.go.example.notes";
const CID = cidOf(noteSchema);
const FORGED = 10_000;
/** Of them, so many go through the whole server. */
const SENT = 400;
const DISGUISES = Number(process.env.DISGUISES ?? 60);

describe("hostile requests", function () {
  this.timeout(180_000);
  const dice = random();
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

  const note = (more: Partial<ActionRecord> = {}) => record(SERVICE, "desk-1", 1, CID, more);
  const right = (records: unknown[] = [note()]) =>
    signed({ url: world.api.url, service: SERVICE, submitter: desk, records });

  async function nothingLogged(): Promise<void> {
    const database = new pg.Client({ connectionString: world.mirror.database.url });
    await database.connect();
    const { rows } = await database.query("SELECT FROM intake.entries");
    await database.end();
    expect(rows).to.have.length(0);
  }

  /** Another character in its place, somewhere in the text. */
  function altered(text: string): string {
    const at = dice.integer(0, text.length - 1);
    const other = String.fromCharCode(dice.integer(0x21, 0x7e));
    return other === text[at] ? altered(text) : text.slice(0, at) + other + text.slice(at + 1);
  }

  it(`accepts none of ${FORGED.toLocaleString("en")} requests of which something was altered (SEED=${dice.seed})`, async () => {
    const fields = ["signature", "signature-input", "content-digest", "idempotency-key"];
    let sent = 0;
    let { url, init } = await right();
    const verifying = verifyingKey("ed25519", desk.publicKey);
    for (let forged = 0; forged < FORGED; forged++) {
      const whole = forged % (FORGED / SENT) === 0;
      if (whole) ({ url, init } = await right());
      const headers = new Map(init.headers as [string, string][]);
      const name = fields[dice.integer(0, fields.length)];
      let body = Buffer.from(init.body as Uint8Array);
      if (name) headers.set(name, altered(headers.get(name)!));
      else body = Buffer.from(altered(body.toString("latin1")), "latin1");
      const head = { method: "POST", targetUri: url, headers: Object.fromEntries(headers) };
      const options = {
        now: Math.floor(Date.now() / 1_000),
        keyOf: (keyId: string) => (keyId === desk.keyId ? verifying : undefined),
      };
      const taken = await Promise.resolve()
        .then(() => verifyClaim(claimRequest(head, options), body))
        .then(
          () => true,
          () => false,
        );
      expect(taken, `${name}: ${headers.get(name ?? "signature")}`).to.equal(false);
      if (!whole) continue;
      const got = await send({ url, init: { ...init, headers: [...headers], body } });
      expect(got.status, got.text).to.be.oneOf([400, 401]);
      sent++;
    }
    expect(sent).to.equal(SENT);
    await nothingLogged();
  });

  /** A place for a text in a request. */
  const places: [string, (text: string) => Partial<ActionRecord>][] = [
    ["data.text", (text) => ({ data: { text } })],
    ["data.lines", (text) => ({ data: { text: "", lines: ["", text] } })],
    ["a member's value", (text) => ({ data: { text: "", inner: { plain: text } } })],
    ["a member's name", (text) => ({ data: { text: "", inner: { [text]: "" } } })],
    ["a member that is not known", (text) => ({ data: { text: "", [text]: text } })],
    [
      "the payload's reference",
      (text) => ({ payload: { commit: `0x${"1c".repeat(32)}`, alg: "pl1", ref: text } }),
    ],
    ["actor.role", (text) => ({ actor: { role: text } })],
    ["type", (text) => ({ type: text })],
    ["submitter", (text) => ({ submitter: text })],
    ["ts", (text) => ({ ts: text })],
    ["the record", (text) => ({ [text]: text }) as Partial<ActionRecord>],
  ];

  for (const [kind, inner] of [
    ["citizen numbers", citizenNumber.chain(separated)],
    ["telephone numbers", phone],
    ["telephone numbers with other signs", signedPhone],
    ["citizen numbers with other signs", signedCitizenNumber],
    ["e-mail addresses", email],
  ] as const) {
    it(`refuses ${kind} in every disguise and field, and repeats them nowhere`, async () => {
      const samples = fc.sample(embedded(inner), { numRuns: DISGUISES, seed: dice.seed });
      for (const [at, sample] of samples.entries()) {
        const text = sample.normalize("NFC").slice(0, 190);
        if (text !== sample) continue;
        const [where, put] = places[at % places.length]!;
        const got = await submit({
          url: world.api.url,
          service: SERVICE,
          submitter: desk,
          records: [note(put(text))],
        });
        expect(got.status, `${where}: ${text}: ${got.text}`).to.be.within(400, 499);
        expect(got.text, where).to.not.include(JSON.stringify(text).slice(1, -1));
      }
      await nothingLogged();
      const log = readFileSync(world.api.log, "utf8");
      for (const sample of samples) if (sample.length > 8) expect(log).to.not.include(sample);
    });
  }
});
