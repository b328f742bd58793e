import { isSelectable } from "../../../sdk/import/selection.ts";
import type { ReportedSelection } from "../../../sdk/import/selection.ts";
import { anchoredBatches, batchesThatCount } from "../../../sdk/verify/anchored-batches.ts";
import type { AnchoredBatch } from "../../../sdk/verify/anchored-batches.ts";
import { sumReported } from "../../../sdk/verify/reported-totals.ts";
import type { ReportedSums } from "../../../sdk/verify/reported-totals.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check, VerifyResult } from "../../ui/verify/types.ts";
import { askAt } from "../data/request.ts";
import { BatchesRead } from "./batches-read.graphql.ts";
import { callAll } from "./call.ts";
import { askedStep, askLedger, cannotResult, findContracts } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { askListed } from "./listed.ts";

/** More rows than this are not read anew in a page: on a phone it would take minutes. */
const MOST_ROWS = 50_000;

class FileMissing extends Error {}

/** Which of the files this website has not read to their end, by its own word. */
async function unread(batches: readonly AnchoredBatch[]): Promise<number[]> {
  const { importBatches } = await askAt("/graphql")(BatchesRead, {});
  const pending = new Set(
    importBatches.nodes.filter(({ reading }) => reading === "pending").map(({ batchId }) => batchId),
  );
  return batches.map(({ batchId }) => batchId).filter((id) => pending.has(id));
}

/**
 * Asks the ledger which imported files there are, fetches each, holds it against its anchor, reads it anew in the
 * reader's browser and adds up what the same filter leaves.
 */
export function reportedCheck(
  texts: Texts,
  standing: Standing,
  selection: ReportedSelection,
  said: ReportedSums,
): Check {
  const { t, language, count, baht } = texts;
  return async function* (address, signal) {
    if (!isSelectable(selection))
      return { kind: "unknown", why: t("checks.reported.rule"), mend: t("checks.reported.ruleMend") };
    const fetchFile = async (cid: string) => {
      const response = await fetch(`/documents/${cid}`, { signal });
      if (!response.ok) throw new FileMissing();
      return new Uint8Array(await response.arrayBuffer());
    };
    try {
      const { rpc, asked } = await askLedger(address, standing, signal);
      yield askedStep(texts, asked);
      const { address: addressOf, directory } = await findContracts();
      const to = addressOf("ImportAnchor");
      if (!to || !directory)
        return {
          kind: "unknown",
          why: t("checks.noContracts", { name: "ImportAnchor" }),
          code: "VERIFY_NO_CONTRACT",
        };
      const listed = await askListed(texts, rpc, directory, [to], standing.block, signal);
      if ("refused" in listed) return listed.refused;
      yield listed.step;

      const all = await anchoredBatches(rpc, to, standing.block, signal);
      const getter = { contract: "ImportAnchor", to, method: "batchCount", args: [] };
      const [known] = await callAll(rpc, [getter], standing.block, signal);
      if (Number(known) !== all.length) return { kind: "unknown", why: t("checks.notARegister") };
      const batches = batchesThatCount(all, selection.importBatch);
      yield { text: t("checks.reported.files", { count: all.length, used: count(batches.length) }) };
      const rowCount = batches.reduce((sum, batch) => sum + batch.rowCount, 0);
      if (rowCount > MOST_ROWS) {
        const why = t("checks.reported.tooMany", { number: count(rowCount) });
        return { kind: "unknown", why, mend: t("checks.reported.tooManyMend") };
      }

      const sums = sumReported(batches, fetchFile, selection, signal);
      for (;;) {
        const next = await sums.next();
        if (!next.done) {
          const { batchId, bytes, rows } = next.value;
          yield {
            text: t("checks.reported.file", { id: batchId, bytes: count(bytes), rows: count(rows) }),
          };
          continue;
        }
        if ("differs" in next.value) {
          const { batchId, item, anchored, found } = next.value.differs;
          const name = t("checks.reported.item", { id: batchId, item: t(`checks.field.${item}`) });
          return {
            kind: "differs",
            rows: [{ item: name, said: found, ledger: anchored }],
          };
        }
        yield { text: t("checks.reported.summed", { number: count(next.value.projects) }) };
        return await compared(next.value.sums, batches);
      }

      async function compared(found: ReportedSums, used: readonly AnchoredBatch[]): Promise<VerifyResult> {
        const write = (value: string | number) => (typeof value === "number" ? count(value) : baht(value));
        const names = ["count", "contracts", "budget", "reference", "agreed"] as const;
        const wrong = names.filter((name) => said[name] !== found[name]);
        const shared = {
          compared: names.map((name) => t(`checks.reported.${name}`)),
          left: t("checks.leftOfReported"),
        };
        if (wrong.length === 0) return { kind: "agrees", text: t("checks.reported.agrees"), ...shared };
        const waiting = await unread(used);
        if (waiting.length > 0) {
          const why = t("checks.reported.pending", { ids: waiting.map(count).join(", ") });
          return { kind: "unknown", why, mend: t("checks.reported.pendingMend") };
        }
        const rows = wrong.map((name) => ({
          item: t(`checks.reported.${name}`),
          said: write(said[name]),
          ledger: write(found[name]),
        }));
        return { kind: "differs", rows, ...shared };
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof FileMissing)
        return { kind: "unknown", why: t("checks.fileMissing"), mend: t("checks.fileMissingMend") };
      return cannotResult(error, language);
    }
  };
}
