import { expect } from "chai";
import { readFileSync } from "node:fs";
import { readCommand as readAudit } from "../../scripts/audit/command.ts";
import { logCommandTexts } from "../../scripts/log/errors.ts";
import { describeError, platformTexts } from "../../scripts/platform/errors.ts";
import { readCommand as readVerify } from "../../scripts/verify/command.ts";
import { readLogCommand } from "../../scripts/verify/log/command.ts";
import { readPromiseCommand } from "../../scripts/verify/promise/command.ts";
import { readTrustCommand } from "../../scripts/verify/trust/command.ts";
import type { Texts } from "../../sdk/errors.ts";
import { endedBy, fatalMessage } from "../../sdk/process-end.ts";
import { rejection } from "../support/rejection.ts";

const documented = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");
const THAI = /[\u0e00-\u0e7f]/;

describe("errors of the platform and its commands", () => {
  for (const [code, texts] of Object.entries({ ...platformTexts, ...logCommandTexts })) {
    it(`${code} is explained in Thai, in English and in docs/errors.md`, () => {
      expect(documented).to.include(`| \`${code}\` |`);
      const { th, en } = (texts as (details: object) => Texts)(new Proxy({}, { get: () => "…" }));
      for (const words of Object.values(th)) expect(words).to.match(THAI);
      for (const words of Object.values(en)) expect(words).to.not.match(THAI).and.not.equal("");
    });
  }

  const commands: Record<string, () => unknown> = {
    "verify with an unknown option": () => readVerify(["--everything"]),
    "verify with two files": () => readVerify(["a.json", "b.json"]),
    "verify receipt without a file": () => readLogCommand(["receipt"]),
    "verify receipt in a third language": () => readLogCommand(["receipt", "a.json", "--lang", "fr"]),
    "verify promise without a file": () => readPromiseCommand([]),
    "verify trust without a receipt": () => readTrustCommand([]),
    "audit of another part": () => readAudit(["budget"]),
    "audit without a Directory": () => readAudit(["--rpc", "http://127.0.0.1:9"]),
  };
  for (const [what, run] of Object.entries(commands)) {
    it(`${what}: says in both languages what is wrong and how the command is called`, async () => {
      const error = await rejection(Promise.resolve().then(run));
      const lines = describeError(error).split("\n");
      expect(lines).to.have.length(4);
      expect(lines[0])
        .to.match(/^(VERIFY|AUDIT)_USAGE: /)
        .and.match(THAI);
      expect(lines[1])
        .to.match(/^ {2}→ npm run (verify|audit)/)
        .and.match(THAI);
      expect(lines.slice(2).join("\n"))
        .to.match(/npm run (verify|audit)/)
        .and.not.match(THAI);
    });
  }

  for (const code of [
    "INDEX_FAILED",
    "API_FAILED",
    "LOG_ANCHOR_FAILED",
    "LOG_WITNESS_FAILED",
    "WEBHOOK_FAILED",
  ]) {
    it(`${code}, with which a process ends that does not know its error, has both languages`, () => {
      const { type, ...fatal } = fatalMessage(endedBy(new TypeError("no such thing"), code));
      expect({ type, code: fatal.code }).to.deep.equal({ type: "fatal", code });
      expect(fatal.texts.th.what).to.match(THAI);
      for (const { why } of Object.values(fatal.texts)) expect(why).to.include("no such thing");
      expect(documented).to.include(`| \`${code}\` |`);
    });
  }
});
