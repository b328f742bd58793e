import { flagText } from "../../../sdk/import/texts.ts";
import type { words } from "../../i18n/th/words.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import { stateWord } from "./state-word.ts";

type DocumentState = keyof typeof words.documentState;

/** A rule's value as a person reads it. Units are those of `RuleUnit`. */
export function ruleValue(texts: Texts): (value: string, unit: string | null) => string {
  const { baht, percent, date, dateTime, count, t, pick, imported } = texts;
  return (value, unit) => {
    if (unit === "satang") return baht(value);
    if (unit === "bps") return percent(Number(value) / 10_000);
    if (unit === "date") return date(value);
    if (unit === "time") return dateTime(Number(value));
    if (unit === "count") return count(Number(value));
    if (unit === "year") return t("words.unit.year", { year: value });
    if (unit === "milestoneState") return stateWord(t, "milestone", value);
    if (unit === "documentState") return t(`words.documentState.${value as DocumentState}`);
    if (value in flagText) return pick(flagText[value as keyof typeof flagText]);
    return imported(value);
  };
}
