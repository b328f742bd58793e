import type { Texts } from "../../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../../ui/verify/types.ts";
import { cannotResult } from "../ledger.ts";
import type { LogStanding } from "./judge-by-ledger.ts";
import { judge, serviceOf } from "./judge-offline.ts";
import type { KnownOf } from "./judge-offline.ts";
import type { FoundReceipt } from "./read-receipt.ts";
import { stepsOf } from "./steps.ts";

/** What the ledger said of services while this page was open, by the service's name. */
const remembered = new Map<string, KnownOf>();

const remember = (service: string, { keys, heads }: KnownOf) => {
  const before = remembered.get(service)?.heads ?? [];
  remembered.set(service, { keys, heads: [...heads, ...before] });
};

type Asked = { readonly texts: Texts; readonly standing: LogStanding; readonly found: FoundReceipt };

/** Told by this website when the page was opened, by the service's name; used only where the ledger cannot be asked. */
export type Told = Readonly<Record<string, KnownOf["keys"]>>;

/** What can be said without the ledger; it is no evidence, which somebody else could check by the ledger. */
function withoutLedger({ texts, standing, found }: Asked, told: Told) {
  const { t, language } = texts;
  const service = serviceOf(found);
  const known = remembered.get(service);
  const heads = known?.heads.filter(({ size }) => size === found.receipt?.anchor.size) ?? [];
  const report = judge(found, standing.deployment, { keys: known?.keys ?? told[service] ?? [], heads });
  const later = { why: t("receipt.result.offlineWhy"), mend: t("receipt.result.offlineMend") };
  const result = (): VerifyResult => {
    if (report.verdict === "fails")
      return {
        kind: "differs",
        title: t("receipt.result.failsTitle"),
        text: t("receipt.result.fails"),
        rows: [],
      };
    if (report.verdict === "unknown") return { kind: "unknown", ...later };
    const text = t(known ? "receipt.result.signedRemembered" : "receipt.result.signedTold");
    return { kind: "unknown", title: t("receipt.result.signedTitle"), text, ...later };
  };
  return { steps: stepsOf(report, language), result: result() };
}

/**
 * Verifies a receipt by the ledger; where nobody answers, by what is known already, and says so.
 *
 * @throws the reason of `signal` when aborted
 */
export async function* checkReceipt(
  asked: Asked,
  told: Told,
  [address, signal]: readonly [string, AbortSignal],
): AsyncGenerator<VerifyStep, VerifyResult> {
  if (navigator.onLine && address) {
    try {
      const { judgeByLedger } = await import("./judge-by-ledger.ts");
      const { texts, standing, found } = asked;
      const result = yield* judgeByLedger(texts, standing, found, [address, signal], remember);
      if (result.kind !== "unknown" || result.evidence) return result;
      yield { text: asked.texts.t("receipt.step.noLedger", { why: result.why }) };
    } catch (error) {
      signal.throwIfAborted();
      // Nothing else than a network fails here: the ledger's part of this page, or this website's own word.
      if (!(error instanceof TypeError) && (error as Error).name !== "ApiProblem") throw error;
      yield { text: asked.texts.t("receipt.step.noNetwork") };
    }
  } else yield { text: asked.texts.t("receipt.step.noNetwork") };
  try {
    const { steps, result } = withoutLedger(asked, told);
    yield* steps;
    return { ...result, alone: true };
  } catch (error) {
    return cannotResult(error, asked.texts.language);
  }
}
