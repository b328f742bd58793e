import type { ComparedFigure, FigureName } from "../../../../sdk/verify/logs/index.ts";
import type { Texts } from "../../../i18n/use-texts.ts";

const NUMBERS = new Set<FigureName>([
  ...([
    "size",
    "anchors",
    "anchorFirst",
    "anchorBlock",
    "cosigned",
    "brokenPromises",
    "brokenIndex",
  ] as const),
  ...(["heartbeatInterval", "maxMergeDelay"] as const),
]);
const TIMES = new Set<FigureName>([
  ...(["registeredAt", "closedAt", "heartbeatDueAt", "anchoredAt", "seenAt"] as const),
  ...(["anchorAt", "cosignedAt", "brokenAt"] as const),
]);

/** Told by what the ledger names them by. */
const TECHNICAL = new Set<FigureName>(["type", "key", "gateway", "brokenIndex", "brokenAt"]);

/** Names and values of compared figures in the reader's language. */
export function figureWords({ t, count, dateTime }: Texts) {
  /** Which of several a figure is of: a size, an agency, a service, an agency's for a service, or a technical name. */
  const subject = ({ name, of }: ComparedFigure): string => {
    if (name.startsWith("anchor") && of) return t("logCheck.anchor", { size: count(Number(of)) });
    if (name === "cosigned" || name === "cosignedAt") {
      const [code = "", service] = of.split(" ");
      const agency = t("logCheck.agency", { code });
      return service ? `${agency}, ${t("logCheck.service", { name: service })}` : agency;
    }
    return TECHNICAL.has(name) ? of : t("logCheck.service", { name: of });
  };
  return {
    item(figure: ComparedFigure): string {
      const item = t(`logCheck.figure.${figure.name}`);
      return figure.of ? t("logCheck.itemOf", { item, of: subject(figure) }) : item;
    },
    value(name: FigureName, value: string | null): string {
      if (value === null || value === "") return t("checks.none");
      if (value === "true" || value === "false") return t(value === "true" ? "logCheck.yes" : "logCheck.no");
      if (NUMBERS.has(name)) return count(Number(value));
      if (!TIMES.has(name)) return value;
      return value === "0" ? t("logCheck.never") : dateTime(Number(value));
    },
  };
}
