import { expect } from "chai";
import { readFileSync } from "node:fs";
import { anchoringTexts } from "../../../api/anchoring/errors/texts.ts";
import { keyFileTexts } from "../../../api/keys/key-error.ts";

const documented = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");

describe("errors of anchoring", () => {
  for (const [code, texts] of Object.entries({ ...anchoringTexts, ...keyFileTexts })) {
    it(`${code} is explained in Thai, in English and in docs/errors.md`, () => {
      expect(documented).to.include(`| \`${code}\` |`);
      const { th, en } = (texts as (details: object) => Record<"th" | "en", Record<string, string>>)(
        new Proxy({}, { get: () => "…" }),
      );
      for (const words of Object.values(th!)) expect(words).to.match(/[\u0e00-\u0e7f]|^…/);
      for (const words of Object.values(en!)) expect(words).to.not.match(/[\u0e00-\u0e7f]|^$/);
    });
  }
});
