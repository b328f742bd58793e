import { expect } from "chai";
import fc from "fast-check";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { idempotencyKeyHash } from "../../../api/intake/check/idempotency-key.ts";
import { citizenNumber, email, phone } from "../../sdk/log/personal-data/disguises.ts";
import { random } from "../../support/random.ts";

const MANY = 200_000;

describe("idempotency keys", function () {
  this.timeout(120_000);
  const dice = random();

  const documented: [name: string, make: () => string][] = [
    ["random UUIDs, as the SDK's outbox makes them", randomUUID],
    ["UUIDs in capitals", () => randomUUID().toUpperCase()],
    ["UUIDs without hyphens", () => randomUUID().replaceAll("-", "")],
    [
      "what openssl rand -hex 16 gives, as in the example of docs/api.md",
      () => randomBytes(16).toString("hex"),
    ],
    ["hashes, as in docs/log-with-curl.sh", () => createHash("sha256").update(randomBytes(8)).digest("hex")],
    ["hashes with 0x", () => `0x${randomBytes(32).toString("hex")}`],
  ];
  for (const [name, make] of documented)
    it(`are never refused: ${MANY.toLocaleString("en")} ${name}`, () => {
      for (let at = 0; at < MANY; at++) idempotencyKeyHash(make());
    });

  for (const version of [1, 3, 4, 5, 6, 7, 8] as const)
    it(`are never refused: UUIDs of version ${version} (SEED=${dice.seed})`, () => {
      fc.assert(
        fc.property(fc.uuid({ version }), (key) => void idempotencyKeyHash(key)),
        { numRuns: 20_000, seed: dice.seed },
      );
    });

  it("are made in the documents as they are made here", () => {
    const api = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
    const script = readFileSync(new URL("../../../docs/log-with-curl.sh", import.meta.url), "utf8");
    expect(api).to.include('once="$(openssl rand -hex 16)"');
    const [, command] = /^IDEMPOTENCY_KEY=\$\((.*)\)$/m.exec(script)!;
    for (let at = 1; at <= 20; at++) {
      const env = { ...process.env, SEQ: String(at), DIGEST: randomUUID() };
      const key = execFileSync("sh", ["-c", command!], { env, encoding: "utf8" }).trim();
      expect(key).to.match(/^[0-9a-f]{64}$/);
      idempotencyKeyHash(key);
    }
  });

  it(`that are a person's number or address are refused, and told to be UUIDs (SEED=${dice.seed})`, () => {
    fc.assert(
      fc.property(fc.oneof(citizenNumber, phone, email), (key) => {
        let error: unknown;
        try {
          idempotencyKeyHash(key);
        } catch (thrown) {
          error = thrown;
        }
        expect(error).to.be.instanceOf(ProngsaiError);
        const { code, message, details } = error as ProngsaiError;
        expect(code).to.equal("LOG_INTAKE_KEY_PERSONAL");
        for (const language of ["th", "en"] as const) {
          const { what, mend } = (error as ProngsaiError).explain(language);
          expect(what).to.include("Idempotency-Key");
          expect(mend).to.include("UUID");
        }
        expect(`${message} ${JSON.stringify(details)}`).to.not.include(key);
      }),
      { numRuns: 2_000, seed: dice.seed },
    );
  });
});

describe("docs/log-with-curl.sh", () => {
  const script = new URL("../../../docs/log-with-curl.sh", import.meta.url).pathname;

  it("says which key file is missing and how to get it, and fails", () => {
    const env = { ...process.env, KEY: "/nowhere/guest.pem", LOG: "http://127.0.0.1:9" };
    const { status, stderr, stdout } = spawnSync("sh", [script], { env, encoding: "utf8" });
    expect(status).to.equal(1);
    expect(stdout).to.equal("");
    for (const told of ["/nowhere/guest.pem", "npm start", "DATA_DIR", "openssl genpkey"])
      expect(stderr).to.include(told);
  });
});
