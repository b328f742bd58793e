import { expect } from "chai";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { budgetStates } from "../../sdk/budget-states.ts";
import { en } from "../../web/i18n/en/index.ts";
import { th } from "../../web/i18n/th/index.ts";

const WEB = join(import.meta.dirname, "../../web");

/** Every text by its path. */
function flat(node: object, path = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(node) as [string, string | object][]) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") texts.set(here, value);
    else for (const [below, text] of flat(value, here)) texts.set(below, text);
  }
  return texts;
}

const thai = flat(th);
const english = flat(en);
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name).sort();

/** Names and terms that Thai readers know in Latin letters, or see so: standards, formats, systems, commands, file types. */
const KNOWN_IN_LATIN = new Set(
  "English JavaScript GraphQL REST CSV NDJSON Excel OCDS ocid COSE SHA RFC Atom QR e-GP eMENSCR JSON RSS npm run verify https http node.example.go.th TH prongsai-log-receipt".split(
    " ",
  ),
);

describe("web: texts", () => {
  it("has the same texts in both languages", () => {
    const singular = (key: string) => key.endsWith("_one");
    expect([...english.keys()].filter((key) => !singular(key)).sort()).to.deep.equal([...thai.keys()].sort());
    for (const key of [...english.keys()].filter(singular))
      expect(thai.has(key.replace(/_one$/, "_other")), key).to.equal(true);
  });

  it("fills the same placeholders in both languages", () => {
    for (const [key, text] of thai)
      expect(placeholders(english.get(key) ?? ""), key).to.deep.equal(placeholders(text));
  });

  it("gives every counted English text its singular", () => {
    for (const key of english.keys()) {
      if (!key.endsWith("_other")) continue;
      expect(english.has(key.replace(/_other$/, "_one")), key).to.equal(true);
    }
  });

  it("has a word for every state that the registers know", () => {
    for (const [thing, states] of Object.entries(budgetStates)) {
      for (const state of states) expect([...thai.keys()]).to.include(`words.${thing}State.${state}`);
    }
  });

  it("leaves no English in the Thai texts", () => {
    for (const [key, text] of thai) {
      const words = text.replaceAll(/\{\{[^}]*\}\}/g, "").match(/[A-Za-z][A-Za-z0-9.-]*[A-Za-z]/g) ?? [];
      expect(
        words.filter((word) => !KNOWN_IN_LATIN.has(word)),
        key,
      ).to.deep.equal([]);
    }
  });

  it("leaves no Thai in the English texts but names", () => {
    const named = [...english].filter(([, text]) => /[\u0E00-\u0E7F]/.test(text)).map(([key]) => key);
    expect(named).to.deep.equal(["shell.otherLanguage"]);
  });

  it("has no empty text, no text that two spaces or a stray space make look careless", () => {
    for (const [key, text] of [...thai, ...english]) {
      expect(text.trim(), key).to.equal(text).and.not.equal("");
      expect(text, key).not.to.match(/ {2}/);
    }
  });

  it("uses every text", () => {
    const source = globSync(["{ui,explorer,server}/**/*.{ts,tsx}", "i18n/*.ts"], { cwd: WEB })
      .map((file) => readFileSync(join(WEB, file), "utf8"))
      .join("\n");
    // A key is written out, or built from a template whose beginning is written out.
    const keys = [...source.matchAll(/["'`]([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)*\.?(?:\$\{[^`]*)?)["'`]/g)]
      .map(([, key]) => key!.replace(/\$\{.*$/s, ""))
      .filter((key) => key.includes("."));
    const unused = [...thai.keys()].filter((key) => {
      const bare = key.replace(/_other$/, "");
      return !keys.some((used) => used === bare || (used.endsWith(".") && bare.startsWith(used)));
    });
    expect(unused).to.deep.equal([]);
  });
});
