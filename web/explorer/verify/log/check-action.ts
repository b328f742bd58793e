import { canonicalJson } from "../../../../sdk/canonical-json.ts";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import { readSize } from "../../../../sdk/verify/logs/state.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { Check, Comparison, VerifyResult, VerifyStep } from "../../../ui/verify/types.ts";
import { cannotResult } from "../ledger.ts";
import { compareAction } from "./action-fields.ts";
import type { ActionFields } from "./action-fields.ts";
import { askLog } from "./ask-log.ts";
import { judgeByLedger } from "./judge-by-ledger.ts";
import type { LogStanding } from "./judge-by-ledger.ts";
import { readReceiptText } from "./read-receipt.ts";

/** Type of the entry by which an agency says that it erased the content of another. */
const ERASED = "privacy.payload.erased";

/** What the page says of one entry, and where this website gives its receipt. */
export type ActionSaid = {
  readonly path: string;
  readonly service: string;
  readonly index: number;
  /** canonical JSON */
  readonly record: string;
  readonly fields: ActionFields;
  /** entries that the page says report the erasure of this one's content, or replace it; null for none */
  readonly erasedBy: number | null;
  readonly supersededBy: number | null;
};

/** The receipt of an entry as this website gives it; undefined when it gives none. @throws ProngsaiError LOG_FILE_… */
async function fetchReceipt(path: string, signal: AbortSignal) {
  const response = await fetch(path, { signal, headers: { accept: "application/json" } }).catch(() => {
    signal.throwIfAborted();
  });
  const found = response?.ok && readReceiptText(await response.text());
  return found && found.form === "json" ? found : undefined;
}

const says = {
  erased: ({ record = {} }: Receipt, index: number) =>
    record["type"] === ERASED && (record["data"] as { index?: unknown } | undefined)?.index === index,
  superseded: ({ record = {} }: Receipt, index: number) => record["supersedes"] === index,
};

/**
 * Whether other entries, which the page says erase or replace this one, are on the ledger and say so.
 *
 * @returns what is not so; why it cannot be said
 */
async function* checkLinked(
  texts: Texts,
  standing: LogStanding,
  said: ActionSaid,
  [address, signal]: readonly [string, AbortSignal],
): AsyncGenerator<VerifyStep, { rows: Comparison[]; unknown?: VerifyResult; compared: string[] }> {
  const { t, count } = texts;
  const rows: Comparison[] = [];
  const compared: string[] = [];
  const links = [["erased", said.erasedBy] as const, ["superseded", said.supersededBy] as const];
  for (const [kind, index] of links) {
    if (index === null) continue;
    const found = await fetchReceipt(said.path.replace(/[^/]*$/, String(index)), signal);
    if (!found) return { rows, compared, unknown: missingReceipt(texts) };
    const judged = judgeByLedger(texts, standing, found, [address, signal]);
    let next = await judged.next();
    while (!next.done) next = await judged.next();
    if (next.value.kind === "unknown") return { rows, compared, unknown: next.value };
    const { receipt } = found;
    const isSo =
      next.value.kind === "agrees" &&
      receipt.service === said.service &&
      receipt.index === index &&
      says[kind](receipt, said.index);
    const item = t(`logCheck.action.${kind}`);
    compared.push(item);
    if (isSo) yield { text: t("logCheck.linked", { index: count(index) }) };
    else rows.push({ item, said: count(index), ledger: t("checks.none") });
  }
  return { rows, compared };
}

/**
 * Whether an entry without a receipt can exist at all: the ledger knows how many entries are anchored, and the page shows
 * this one as anchored.
 *
 * @returns undefined when it can, so that nothing can be said without a receipt
 */
async function* checkBeyond(
  texts: Texts,
  standing: LogStanding,
  { service, index }: ActionSaid,
  [address, signal]: readonly [string, AbortSignal],
): AsyncGenerator<VerifyStep, VerifyResult | undefined> {
  const { t, count } = texts;
  const log = yield* askLog(texts, address, standing, signal);
  if ("kind" in log) return log;
  const size = await readSize(log, service, signal);
  yield { text: t("action.check.size", { count: size }) };
  if (index < size) return undefined;
  const ledger = t("action.check.entries", { count: size });
  return {
    kind: "differs",
    text: t("action.check.differs"),
    rows: [{ item: t("action.place"), said: count(index), ledger }],
    compared: [t("action.place")],
    left: t("logCheck.left.action"),
  };
}

const missingReceipt = ({ t }: Texts): VerifyResult => ({
  kind: "unknown",
  why: t("action.check.missing"),
  mend: t("action.check.missingMend"),
  code: "LOG_RECEIPT_ABSENT",
});

/**
 * Fetches the entry's receipt, compares it with what the page shows, and verifies it by the ledger. The receipt comes
 * from this website and proves nothing by itself: what it leads to must be on the ledger.
 */
export function actionCheck(texts: Texts, standing: LogStanding, said: ActionSaid): Check {
  const { t, language, count } = texts;
  return async function* (address, signal) {
    try {
      // In the very head that the page shows; where there is none such, the receipt shows which there is.
      const { size } = said.fields.anchor;
      const found =
        (await fetchReceipt(`${said.path}?size=${size}`, signal)) ?? (await fetchReceipt(said.path, signal));
      if (!found)
        return (yield* checkBeyond(texts, standing, said, [address, signal])) ?? missingReceipt(texts);
      const { receipt } = found;
      yield { text: t("action.check.fetched", { index: count(receipt.index) }) };
      const record = receipt.record ? canonicalJson(receipt.record) : t("checks.none");
      const fields = compareAction(texts, said.fields, receipt);
      const whole = [
        { item: t("action.service"), said: said.service, ledger: receipt.service },
        { item: t("action.place"), said: count(said.index), ledger: count(receipt.index) },
        { item: t("action.check.record"), said: said.record, ledger: record },
      ];
      const rows = [...whole.filter((one) => one.said !== one.ledger), ...fields.rows];
      if (rows.length === 0) yield { text: t("action.check.same") };
      const result = yield* judgeByLedger(texts, standing, found, [address, signal]);
      const linked = yield* checkLinked(texts, standing, said, [address, signal]);
      rows.push(...linked.rows);
      const { evidence } = result;
      const shared = {
        compared: [...whole.map(({ item }) => item), ...fields.compared, ...linked.compared],
        left: t("logCheck.left.action"),
        ...(evidence && { evidence }),
      };
      if (rows.length > 0) return { kind: "differs", text: t("action.check.differs"), rows, ...shared };
      if (result.kind === "differs") return { ...result, text: t("action.check.differs") };
      if (result.kind === "unknown") return result;
      return linked.unknown ?? { ...result, ...shared, text: t("action.check.agrees") };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ProngsaiError)) throw error;
      return cannotResult(error, language);
    }
  };
}
