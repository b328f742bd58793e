import { createInstance } from "i18next";
import type { i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { harmless } from "./harmless.ts";
import type { Language } from "./languages.ts";
import "./types.ts";

/** Only the reader's language is fetched. */
const dictionaries = {
  th: async () => (await import("./th/index.ts")).th,
  en: async () => (await import("./en/index.ts")).en,
} satisfies Record<Language, () => Promise<object>>;

/** Texts of one language, ready to use. */
export async function createTexts(language: Language): Promise<i18n> {
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await dictionaries[language]() } },
    // React escapes markup; what is put into a text may hold words of others.
    interpolation: { escapeValue: true, escape: harmless },
    returnNull: false,
  });
  return texts;
}
