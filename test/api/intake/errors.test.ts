import { expect } from "chai";
import { readFileSync } from "node:fs";
import { intakeTexts } from "../../../api/intake/errors/texts.ts";

const documented = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");

describe("errors of the intake", () => {
  for (const [code, texts] of Object.entries(intakeTexts)) {
    it(`${code} is explained in Thai, in English and in docs/errors.md`, () => {
      expect(documented).to.include(`| \`${code}\` |`);
      const { th, en } = (texts as (details: object) => Record<"th" | "en", Record<string, string>>)(
        new Proxy({}, { get: () => "…" }),
      );
      for (const words of Object.values(th!)) expect(words).to.match(/[\u0e00-\u0e7f]|^…$/);
      for (const words of Object.values(en!)) expect(words).to.not.match(/[\u0e00-\u0e7f]|^$/);
    });
  }
});
