import { useTranslation } from "react-i18next";
import { formatDate, formatDateTime, formatShortDay } from "../../sdk/format-date.ts";
import type { DateLike } from "../../sdk/format-date.ts";
import { WITHHELD } from "../../sdk/import/withheld.ts";
import { formatBaht, formatMillionBaht } from "../../sdk/money.ts";
import { harmless } from "./harmless.ts";
import type { Language } from "./languages.ts";

/** A moment as the API gives it: ISO 8601 text or Unix seconds. */
export type Instant = string | number | Date;

const toDate = (instant: Instant) =>
  typeof instant === "number" ? new Date(instant * 1000) : new Date(instant);

const locales: Record<Language, string> = { th: "th-TH-u-nu-latn", en: "en-GB" };

/** One formatter of each kind for each language: making one costs more than a hundred uses of it. */
function formatters(options?: Intl.NumberFormatOptions): (language: Language) => Intl.NumberFormat {
  const made = new Map<Language, Intl.NumberFormat>();
  return (language) => {
    const known = made.get(language) ?? new Intl.NumberFormat(locales[language], options);
    made.set(language, known);
    return known;
  };
}

const countFormat = formatters();
const percentFormat = formatters({ style: "percent", maximumFractionDigits: 1 });

/** Texts, numbers, dates and money in the language of the page. Money is satang. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return {
    t,
    language,
    /** Whether there is a text of this name. */
    has: (key: string) => i18n.exists(key),
    date: (day: DateLike) => formatDate(day, language),
    shortDay: (day: DateLike) => formatShortDay(day, language),
    dateTime: (instant: Instant) => formatDateTime(toDate(instant), language),
    count: (value: number) => countFormat(language).format(value),
    percent: (ratio: number) => percentFormat(language).format(ratio),
    baht: (satang: bigint | string) => formatBaht(BigInt(satang), language),
    millions: (satang: bigint | string) => formatMillionBaht(BigInt(satang), language),
    /** Words of an imported file: where personal data stood in them, that is said in the language of the page. */
    imported: (text: string) => harmless(text.replaceAll(WITHHELD, t("words.withheld"))),
    /** The text of the page's language out of a pair; Thai when the English one is missing. */
    pick: (pair: { th?: string | null; en?: string | null }) =>
      harmless((language === "en" ? pair.en || pair.th : pair.th) ?? ""),
  };
}

export type Texts = ReturnType<typeof useTexts>;
