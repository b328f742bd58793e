import { expect } from "chai";
import { readAction } from "../../../../sdk/log/catalogue/index.ts";
import { OPTIONAL_PART, PLACEHOLDER } from "../../../../sdk/log/catalogue/reading/read-action.ts";
import { catalogue } from "./support.ts";

const names = (sentence: string) => [...sentence.matchAll(PLACEHOLDER)].map(([, name]) => name!);

describe("sentences of the catalogue", () => {
  it("write the mark of repetition apart from what follows, though no template can know that a value ends with it", () => {
    const { action } = catalogue.find(
      ({ service, action: { type } }) =>
        service === "th.go.bangkok.complaints" && type === "complaint.created",
    )!;
    const { sentence } = readAction(action, { ...action.examples[0]!, category: "other" });
    expect(sentence.th).to.include("อื่น ๆ ใน");
    expect(sentence.th).not.to.match(/ๆ[\u0E01-\u0E4E]| {2}/);
  });

  for (const { service, action } of catalogue) {
    describe(`${service} ${action.type}`, () => {
      const { sentence, fields } = action;

      it("names properties that exist, the same in both languages", () => {
        const known = Object.keys(fields);
        expect(names(sentence.th).filter((name) => !known.includes(name))).to.deep.equal([]);
        expect(new Set(names(sentence.en))).to.deep.equal(new Set(names(sentence.th)));
      });

      it("names an optional property only within a part that can be left out", () => {
        for (const text of [sentence.th, sentence.en]) {
          const always = names(text.replace(OPTIONAL_PART, ""));
          expect(always.filter((name) => fields[name]?.optional)).to.deep.equal([]);
        }
      });

      it("reads in Thai and English, complete, without braces, doubled spaces or the words of programs", () => {
        for (const example of action.examples) {
          const { sentence, details, title } = readAction(action, example);
          for (const text of [sentence, title, ...details.map(({ value }) => value)]) {
            for (const part of [text.th, text.en]) {
              expect(part).to.not.match(/[{}[\]]|undefined|NaN|null| {2}|–$| [,;:]/);
              expect(part.trim()).to.equal(part).and.not.equal("");
            }
          }
          expect(sentence.th).to.match(/[\u0e00-\u0e7f]/);
          expect(sentence.en).to.not.match(/[\u0e00-\u0e7f]/);
          expect(sentence.en).to.match(/^[A-Z0-9]/);
          expect(details.map(({ name }) => name)).to.deep.equal(
            Object.keys(fields).filter((name) => (example as Record<string, unknown>)[name] !== undefined),
          );
        }
      });
    });
  }
});
