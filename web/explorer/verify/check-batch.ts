import { toHex } from "../../../sdk/hex.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { agreedTotal, foldReported, readImport } from "../../../sdk/import/index.ts";
import type { ReportedProject } from "../../../sdk/import/index.ts";
import type { AbiEvent } from "../../../sdk/journal.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { verifyRecord } from "../../../sdk/verify/record.ts";
import type { AskedDetail } from "../../../sdk/verify/step.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check, Comparison } from "../../ui/verify/types.ts";
import { askedStep, cannotResult, evidenceHead } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { requireListed } from "./listed.ts";

/** What the page says of an imported file, and where the ledger anchored it. */
export type BatchSaid = {
  readonly batchId: number;
  readonly fileCid: string;
  readonly fileSha256: string;
  readonly merkleRoot: string;
  readonly parserVersion: string;
  readonly rowCount: number;
  readonly quarantined: number;
  /** absent where the page does not show it, null where it was not read yet */
  readonly imported?: number | null;
  readonly provenance: { contract: string; block: number; txHash: string; logIndex: number };
};

const sums = ["budget", "reference", "agreed"] as const;
type Sums = Readonly<Record<(typeof sums)[number], string | null>>;

type ContractSaid = { readonly number: string | null; readonly agreed: string | null };

type Folded = Sums & {
  readonly title: string | null;
  readonly contractCount: number;
  readonly contracts: readonly ContractSaid[];
};

/**
 * What the page says of one project in that file; sums in satang, null where the file says nothing, absent where the page
 * does not show it.
 */
export type RowSaid = { readonly key: string } & Partial<Folded>;

const anchored = abis.ImportAnchor.find(
  (item) => "name" in item && item.name === "BatchAnchored",
) as AbiEvent;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const asText = (satang: bigint | null) => (satang === null ? null : String(satang));

/** The rows' project as the page should show it. */
function fold(rows: readonly ReportedProject[]): Folded {
  const project = foldReported(rows);
  return {
    title: project.title,
    budget: asText(project.budgetSatang),
    reference: asText(project.referenceSatang),
    agreed: asText(agreedTotal(project.contracts)),
    contractCount: project.contracts.length,
    contracts: project.contracts.map(({ id, agreedSatang }) => ({
      number: id,
      agreed: asText(agreedSatang),
    })),
  };
}

/** What is compared: its name, what the page shows and what was found; `part` where it is one of several of that name. */
type Compared = {
  readonly item: string;
  readonly said: string | null;
  readonly found: string | null;
  readonly part?: string;
};

/** Everything that the page shows of the project beside what its rows state. */
function compareRow({ t, baht, count }: Texts, row: RowSaid, found: Folded): Compared[] {
  const money = (satang: string | null) => satang && baht(satang);
  const compared: Compared[] = [];
  if (row.title !== undefined)
    compared.push({ item: t("checks.field.title"), said: row.title, found: found.title });
  for (const name of sums) {
    const said = row[name];
    if (said !== undefined)
      compared.push({ item: t(`checks.field.${name}`), said: money(said), found: money(found[name]) });
  }
  const contractCount = row.contractCount ?? row.contracts?.length;
  if (contractCount !== undefined) {
    const item = t("checks.reported.contracts");
    compared.push({ item, said: count(contractCount), found: count(found.contractCount) });
  }
  // Releases of one project may be put together in another order.
  const inOrder = (contracts: readonly ContractSaid[]) =>
    contracts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const others = inOrder(found.contracts);
  for (const [index, { number, agreed }] of inOrder(row.contracts ?? []).entries()) {
    const other = others[index];
    const item = t("checks.field.contracts");
    const part = t("checks.contract", { number: number ?? "–" });
    const write = (one: ContractSaid | undefined) =>
      one && `${one.number ?? "–"}: ${one.agreed === null ? t("checks.none") : baht(one.agreed)}`;
    compared.push({ item, part, said: write({ number, agreed }) ?? null, found: write(other) ?? null });
  }
  return compared;
}

/**
 * Finds the file's fingerprint on the ledger, fetches the file, computes its fingerprint, reads every row of it anew in
 * the reader's browser, and compares the root over all rows and, when one is given, the project that the page shows.
 */
export function batchCheck(texts: Texts, standing: Standing, said: BatchSaid, row?: RowSaid): Check {
  const { t, language, count } = texts;
  return async function* (address, signal) {
    const { contract, block, txHash, logIndex } = said.provenance;
    const expected = {
      batchId: said.batchId,
      "batch.fileSha256": said.fileSha256,
      "batch.merkleRoot": said.merkleRoot,
      "batch.rowCount": said.rowCount,
      "batch.quarantined": said.quarantined,
      "batch.parserVersion": said.parserVersion,
    };
    const claim = {
      rpcUrl: address,
      chainId: standing.chainId,
      reference: { address: contract, blockNumber: block, logIndex, txHash },
      event: anchored,
      expected,
    };
    let asked: AskedDetail | undefined;
    let vouching = "";
    const evidence = (found: object) => ({
      ...(asked && evidenceHead("import", standing, asked, vouching)),
      claim: { chainId: standing.chainId, reference: claim.reference, expected, fileCid: said.fileCid, row },
      found,
    });
    try {
      for await (const step of verifyRecord(claim, { signal })) {
        if (step.step === "asked") {
          asked = step.detail;
          yield askedStep(texts, asked);
          const rpc = new RpcClient(address);
          const register = { name: "ImportAnchor", address: contract };
          const listed = yield* requireListed(texts, rpc, [register], standing.block, signal);
          if ("refused" in listed) return listed.refused;
          vouching = listed.directory;
        } else if (step.step === "followed" && step.detail.found) {
          yield { text: t("checks.record", { from: step.detail.from ?? "–" }) };
        } else if (step.step === "cannot") {
          const { code, texts: said } = step.detail;
          const { what, why, mend } = said[language];
          return { kind: "unknown", why: `${what} ${why}`.trim(), mend, code };
        } else if (step.step === "differs") {
          const names = {
            batchId: "batchId",
            "batch.fileSha256": "fileSha256",
            "batch.merkleRoot": "merkleRoot",
            "batch.rowCount": "rowCount",
            "batch.quarantined": "quarantined",
          } as const;
          return {
            kind: "differs",
            evidence: evidence(step.detail),
            rows: step.detail.fields
              .filter(({ same }) => !same)
              .map(({ field, expected: shown, found }) => ({
                item: field in names ? t(`checks.field.${names[field as keyof typeof names]}`) : field,
                said: shown,
                ledger: found ?? t("checks.none"),
              })),
          };
        }
      }
      const response = await fetch(`/documents/${said.fileCid}`, { signal });
      if (!response.ok)
        return { kind: "unknown", why: t("checks.fileMissing"), mend: t("checks.fileMissingMend") };
      const bytes = new Uint8Array(await response.arrayBuffer());
      const digest = toHex(sha256(bytes));
      yield { text: t("checks.fetched", { bytes: count(bytes.length) }) };
      if (digest !== said.fileSha256) {
        const rows: Comparison[] = [
          { item: t("checks.field.fileSha256"), said: digest, ledger: said.fileSha256 },
        ];
        return { kind: "differs", rows, evidence: evidence({ fileSha256: digest }) };
      }
      const reading = readImport(said.parserVersion, once(bytes));
      const rows: ReportedProject[] = [];
      for await (const one of reading.rows) {
        if (one.kind === "reported" && one.key.value === row?.key) rows.push(one);
      }
      const { rowsRead, quarantined, merkleRoot } = reading.summary();
      const root = toHex(merkleRoot);
      const first = rows[0];
      if (first) yield { text: t("checks.parsed", { line: count(first.line) }) };
      const compared: Compared[] = [
        { item: t("checks.field.merkleRoot"), said: said.merkleRoot, found: root },
        { item: t("checks.field.rowCount"), said: String(said.rowCount), found: String(rowsRead) },
        { item: t("checks.field.quarantined"), said: String(said.quarantined), found: String(quarantined) },
      ];
      if (typeof said.imported === "number") {
        const item = t("checks.field.imported");
        compared.push({ item, said: String(said.imported), found: String(rowsRead - quarantined) });
      }
      if (row) {
        if (!first) {
          const missing = [
            { item: row.key, said: row.title ?? t("checks.none"), ledger: t("checks.rowMissing") },
          ];
          return { kind: "differs", rows: missing, evidence: evidence({ row: null }) };
        }
        compared.push(...compareRow(texts, row, fold(rows)));
      }
      const wrong = compared.filter((one) => one.said !== one.found);
      const found = evidence({
        fileSha256: digest,
        merkleRoot: root,
        rowsRead,
        quarantined,
        row: first && fold(rows),
      });
      const shared = {
        compared: [t("checks.field.fileSha256"), ...new Set(compared.map(({ item }) => item))],
        left: t(row ? "checks.leftOfReportedProject" : "checks.leftOfBatch"),
      };
      if (wrong.length === 0) return { kind: "agrees", ...shared, evidence: found };
      return {
        kind: "differs",
        ...shared,
        evidence: found,
        rows: wrong.map(({ item, part, ...values }) => ({
          item: part ?? item,
          said: values.said ?? t("checks.none"),
          ledger: values.found ?? t("checks.none"),
        })),
      };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
