import type { Details, Texts } from "../../../sdk/errors.ts";

type Words = readonly [what: string, why: string, mend: string];

export type MakeTexts = (details: Details) => Texts;

export const both = ([what, why, mend]: Words, [whatEn, whyEn, mendEn]: Words): Texts => ({
  th: { what, why, mend },
  en: { what: whatEn, why: whyEn, mend: mendEn },
});
