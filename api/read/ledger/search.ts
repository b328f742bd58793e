import { isProjectCode, parseProjectCode } from "../../../sdk/project-code.ts";
import { toArabicDigits } from "../../../sdk/thai-digits.ts";
import { SOURCE_NAMES } from "../imports/batches.ts";
import type { AccessReads, BudgetReads, ImportReads, LedgerReads } from "../reads.ts";
import type { SearchHitRow } from "../rows/ledger.ts";
import type { Database } from "../sql/database.ts";
import { isId, isInt } from "../sql/loaders.ts";
import { contains, searchTerms } from "../sql/search.ts";
import { raw, sql, where } from "../sql/sql.ts";

interface Sources {
  readonly database: Database;
  readonly budget: Pick<BudgetReads, "project" | "projects">;
  readonly access: Pick<AccessReads, "agency" | "agencies">;
  readonly imports: Pick<ImportReads, "batch" | "reportedProject" | "reportedProjects">;
  readonly ledger: Pick<LedgerReads, "block">;
}

const AGENCIES = 5;
const BATCHES = 5;
/** Agencies number their contracts each on its own: “1/2568” is the number of many. */
const MOST_OF_A_CONTRACT = 20;

const BATCH_NAME = `coalesce(${SOURCE_NAMES.map((name) => `nullif(r.source->>'${name}', '')`).join(", ")})`;

/** Looks everywhere: exact identifiers first, then words. */
export function searchReads({
  database,
  budget,
  access,
  imports,
  ledger,
}: Sources): Pick<LedgerReads, "search"> {
  async function exact(query: string, text: string): Promise<SearchHitRow[]> {
    const hits: SearchHitRow[] = [];
    if (isProjectCode(text)) {
      const { code } = parseProjectCode(text);
      if (await budget.project(code, null)) hits.push({ kind: "project", key: code });
    }
    if (/^0x[0-9a-f]{64}$/i.test(text)) hits.push(...(await hashes(text.toLowerCase())));
    if (isId(text)) {
      const found = await imports.reportedProject(`egp:${text}`, null);
      if (found) hits.push({ kind: "reportedProject", key: found.reportedId });
    }
    if (/^ocds-/i.test(text)) {
      const found = await imports.reportedProject(`ocid:${text}`, null);
      if (found) hits.push({ kind: "reportedProject", key: found.reportedId });
    }
    hits.push(...(await contracts([...new Set([query.trim(), text, text.toUpperCase()])])));
    if (isInt(text)) {
      if (await access.agency(text, null)) hits.push({ kind: "agency", key: text });
      if (await ledger.block(Number(text))) hits.push({ kind: "block", key: text });
      if (await imports.batch(text, null)) hits.push({ kind: "importBatch", key: text });
    }
    return hits;
  }

  /** Projects with a contract of one of these numbers, which may be written in Thai digits or in others. */
  async function contracts(numbers: readonly string[]): Promise<SearchHitRow[]> {
    const any = sql`= ANY(${numbers}::text[])`;
    const [native, reported] = await Promise.all([
      database.rows<{ key: string }>(
        sql`SELECT DISTINCT project AS key FROM commitment WHERE contract_number ${any} ORDER BY 1 LIMIT ${MOST_OF_A_CONTRACT}`,
      ),
      database.rows<{ key: bigint }>(
        sql`SELECT DISTINCT rp.reported_id AS key FROM reported_contract c JOIN reported_project rp USING (reported_id)
            WHERE c.number ${any} AND rp.current ORDER BY 1 LIMIT ${MOST_OF_A_CONTRACT}`,
      ),
    ]);
    return [
      ...native.map(({ key }) => ({ kind: "project", key }) as const),
      ...reported.map(({ key }) => ({ kind: "reportedProject", key: String(key) }) as const),
    ];
  }

  /** Imported data sets by the name that their source gives them, newest first. */
  async function batches(query: string): Promise<SearchHitRow[]> {
    const named = searchTerms(query).map((term) => contains(BATCH_NAME, term));
    const rows = await database.rows<{ batch_id: bigint }>(
      sql`SELECT r.batch_id FROM import_reading r ${where(named)} ORDER BY r.batch_id DESC LIMIT ${raw(String(BATCHES))}`,
    );
    return rows.map(({ batch_id }) => ({ kind: "importBatch", key: String(batch_id) }));
  }

  async function hashes(hash: string): Promise<SearchHitRow[]> {
    const bytes = Buffer.from(hash.slice(2), "hex");
    const [transaction] = await database.rows(
      sql`SELECT 1 AS found FROM transaction WHERE tx_hash = ${bytes}`,
    );
    if (transaction) return [{ kind: "transaction", key: hash }];
    const [block] = await database.rows<{ number: bigint }>(
      sql`SELECT number FROM block WHERE hash = ${bytes}`,
    );
    if (block) return [{ kind: "block", key: String(block.number) }];
    const files = await database.rows<{ batch_id: bigint }>(
      sql`SELECT batch_id FROM import_batch WHERE file_sha256 = ${bytes} OR source_sha256 = ${bytes} OR merkle_root = ${bytes}`,
    );
    return files.map(({ batch_id }) => ({ kind: "importBatch", key: String(batch_id) }));
  }

  return {
    search: async (query, first) => {
      const text = toArabicDigits(query).trim();
      if (searchTerms(query).length === 0) return [];
      const hits = await exact(query, text);
      const page = { first, after: null };
      const [projects, agencies, named] = await Promise.all([
        budget.projects({ query }, { field: "CODE", direction: "ASC" }, page, null),
        access.agencies(query, { first: Math.min(first, AGENCIES), after: null }, null),
        batches(query),
      ]);
      hits.push(...agencies.rows.map(({ row }) => ({ kind: "agency", key: row.key }) as const));
      hits.push(...projects.rows.map(({ row }) => ({ kind: "project", key: row.code }) as const));
      hits.push(...named);
      if (hits.length < first) {
        const order = { field: "RELEVANCE", direction: "ASC" } as const;
        const reported = await imports.reportedProjects({ query }, order, page, null);
        hits.push(
          ...reported.rows.map(({ row }) => ({ kind: "reportedProject", key: row.reportedId }) as const),
        );
      }
      const unique = new Map(hits.map((hit) => [`${hit.kind}:${hit.key}`, hit]));
      return [...unique.values()].slice(0, first);
    },
  };
}
