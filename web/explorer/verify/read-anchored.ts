import { anchoredBatches, batchesThatCount } from "../../../sdk/verify/anchored-batches.ts";
import type { AnchoredBatch } from "../../../sdk/verify/anchored-batches.ts";
import { readFiles } from "../../../sdk/verify/read-files.ts";
import type { ReadProject } from "../../../sdk/verify/read-files.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../ui/verify/types.ts";
import { askAt } from "../data/request.ts";
import { BatchesRead } from "./batches-read.graphql.ts";
import { callAll } from "./call.ts";
import { askedStep, askLedger } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { findListed } from "./listed.ts";

/** More rows than this are not read anew in a page: on a phone it would take minutes. */
const MOST_ROWS = 50_000;

class FileMissing extends Error {}

/** Projects of the anchored files and the files that they stand in, or why there are none. */
export type Anchored =
  | { readonly projects: readonly ReadProject[]; readonly batches: readonly AnchoredBatch[] }
  | { readonly refused: VerifyResult };

/** When figures differ only because this website has not read a file to its end, by its own word: that it says so. */
export async function pendingResult(
  { t, count }: Texts,
  batches: readonly AnchoredBatch[],
): Promise<VerifyResult | undefined> {
  const { importBatches } = await askAt("/graphql")(BatchesRead, {});
  const pending = new Set(
    importBatches.nodes.filter(({ reading }) => reading === "pending").map(({ batchId }) => batchId),
  );
  const waiting = batches.map(({ batchId }) => batchId).filter((id) => pending.has(id));
  if (waiting.length === 0) return undefined;
  const why = t("checks.reported.pending", { ids: waiting.map(count).join(", ") });
  return { kind: "unknown", why, mend: t("checks.reported.pendingMend") };
}

/**
 * Asks the ledger which imported files there are, fetches those that count, holds each against its anchor and reads it
 * anew in the reader's browser.
 *
 * @param asked files that are meant, instead of all that nobody has replaced
 * @throws RpcError; ProngsaiError IMPORT_…
 */
export async function* readAnchored(
  texts: Texts,
  standing: Standing,
  asked: readonly number[] | null | undefined,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, Anchored> {
  const { t, count } = texts;
  const fetchFile = async (cid: string) => {
    const response = await fetch(`/documents/${cid}`, { signal });
    if (!response.ok) throw new FileMissing();
    return new Uint8Array(await response.arrayBuffer());
  };
  const { rpc, asked: node } = await askLedger(address, standing, signal);
  yield askedStep(texts, node);
  const listed = yield* findListed(texts, rpc, ["ImportAnchor"], standing.block, signal);
  if ("refused" in listed) return listed;
  const to = listed.registers.ImportAnchor;

  const all = await anchoredBatches(rpc, to, standing.block, signal);
  const getter = { contract: "ImportAnchor", to, method: "batchCount", args: [] };
  const [known] = await callAll(rpc, [getter], standing.block, signal);
  if (Number(known) !== all.length) return { refused: { kind: "unknown", why: t("checks.notARegister") } };
  const batches = batchesThatCount(all, asked);
  yield { text: t("checks.reported.files", { count: all.length, used: count(batches.length) }) };
  const rowCount = batches.reduce((sum, batch) => sum + batch.rowCount, 0);
  if (rowCount > MOST_ROWS) {
    const why = t("checks.reported.tooMany", { number: count(rowCount) });
    return { refused: { kind: "unknown", why, mend: t("checks.reported.tooManyMend") } };
  }

  const reading = readFiles(batches, fetchFile, Boolean(asked), signal);
  try {
    for (;;) {
      const next = await reading.next();
      if (!next.done) {
        const { batchId, bytes, rows } = next.value;
        yield { text: t("checks.reported.file", { id: batchId, bytes: count(bytes), rows: count(rows) }) };
      } else if ("differs" in next.value) {
        const { batchId, item, anchored, found } = next.value.differs;
        const name = t("checks.reported.item", { id: batchId, item: t(`checks.field.${item}`) });
        return { refused: { kind: "differs", rows: [{ item: name, said: found, ledger: anchored }] } };
      } else return { projects: next.value.projects, batches };
    }
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error;
    return { refused: { kind: "unknown", why: t("checks.fileMissing"), mend: t("checks.fileMissingMend") } };
  }
}
