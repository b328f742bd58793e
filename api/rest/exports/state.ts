import { isoTime } from "../../../sdk/iso-time.ts";
import { apiError } from "../../errors/api-error.ts";
import type { Database } from "../../read/sql/database.ts";
import { sql } from "../../read/sql/sql.ts";
import { hex } from "../../read/sql/values.ts";
import type { CheckpointRow } from "../../../indexer/store/read.ts";

export interface JournalState {
  readonly contract: string;
  readonly count: number;
  readonly root: string;
}

/** What an export is as of: the block, and the journals' counts and roots after it. */
export interface ExportState {
  readonly asOfBlock: number;
  readonly blockHash: string | null;
  readonly blockTimestamp: string | null;
  readonly chainId: number;
  readonly deployment: string;
  readonly journals: readonly JournalState[];
}

/** @param asOf null: the newest block of the snapshot */
export async function exportState(database: Database, asOf: number | null): Promise<ExportState> {
  const [checkpoint] = await database.rows<CheckpointRow>(sql`SELECT * FROM checkpoint`);
  if (!checkpoint) throw apiError("MIRROR_UNAVAILABLE");
  const block = asOf ?? Number(checkpoint.block);
  const [found] = await database.rows<{ hash: Buffer; timestamp: bigint }>(
    sql`SELECT hash, timestamp FROM block WHERE number = ${block}`,
  );
  const journals = await database.rows<{ contract: string; count: bigint; root: Buffer }>(
    sql`SELECT j.contract, coalesce(e.journal_index, 0) AS count,
        coalesce(e.journal_root, decode(repeat('00', 32), 'hex')) AS root
      FROM journal j LEFT JOIN LATERAL (
        SELECT e.journal_index, e.journal_root FROM event e
        WHERE e.contract = j.contract AND e.block <= ${block} ORDER BY e.journal_index DESC LIMIT 1) e ON true
      ORDER BY j.contract`,
  );
  return {
    asOfBlock: block,
    blockHash: found ? hex(found.hash) : null,
    blockTimestamp: found ? isoTime(Number(found.timestamp)) : null,
    chainId: Number(checkpoint.chain_id),
    deployment: checkpoint.deployment_id,
    journals: journals.map(({ contract, count, root }) => ({
      contract,
      count: Number(count),
      root: hex(root),
    })),
  };
}
