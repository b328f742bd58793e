import type { MirrorRow } from "../../../indexer/store/read.ts";
import { shownRule } from "../../../sdk/redflags/index.ts";
import type { FlagRow } from "../rows/budget.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isId, isOneOf, loaderByBlock } from "../sql/loaders.ts";
import { node, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { address, document, maybeSeconds, seconds } from "../sql/values.ts";
import { timeOf } from "./commitments.ts";
import { anyOf, shared, yearInCode } from "./conditions.ts";

type Flag = MirrorRow["flag"] & { readonly overdue: boolean };

/** Not answered by then, marked on chain or not yet. */
const late = (asOf: AsOf): Sql =>
  sql`(f.unanswered OR (f.state = 1 AND f.replied_at IS NULL AND f.reply_due_at < ${timeOf(asOf)}))`;

function flagOf(row: Flag, asOf: AsOf): FlagRow {
  return {
    ...node("flag", String(row.flag_id), row, asOf),
    flagId: String(row.flag_id),
    code: row.project,
    agency: row.agency,
    rule: shownRule(row.rule),
    state: row.state,
    unanswered: row.unanswered,
    overdue: row.overdue,
    signer: address(row.signer),
    raisedAt: seconds(row.raised_at),
    replyDueAt: seconds(row.reply_due_at),
    statement: document(row.statement_cid, row.statement_sha256, row.statement_date),
    reply: document(row.reply_cid, row.reply_sha256, row.reply_date),
    repliedAt: maybeSeconds(row.replied_at),
    decidedAt: maybeSeconds(row.decided_at),
    reason: document(row.reason_cid, row.reason_sha256, row.reason_date),
  };
}

export function flagReads(database: Database): Pick<BudgetReads, "flag" | "flags"> {
  const load = loaderByBlock<FlagRow>(
    async (ids, asOf) => {
      const rows = await database.rows<Flag>(
        sql`SELECT f.*, ${late(asOf)} AS overdue FROM ${versioned("flag", "f", asOf)} WHERE ${isOneOf("f.flag_id", "bigint", ids)}`,
      );
      return rows.map((row) => flagOf(row, asOf));
    },
    ({ flagId }) => flagId,
  );
  return {
    flag: (id, asOf) => (isId(id) ? load(id, asOf) : Promise.resolve(null)),
    flags: (filter, page, asOf) => {
      const from = sql`FROM ${versioned("flag", "f", asOf)}`;
      return keysetPage<Flag, FlagRow>(
        database,
        {
          tag: "flags",
          columns: [
            { expression: "f.flag_id", type: "bigint", direction: "DESC", read: (row) => row.flag_id },
          ],
          select: sql`SELECT f.*, ${late(asOf)} AS overdue ${from}`,
          from,
          conditions: [
            ...shared("f", filter, yearInCode("f")),
            anyOf("f.state", "int", filter.state),
            typeof filter.unanswered === "boolean" ? sql`f.unanswered = ${filter.unanswered}` : null,
          ],
          map: (row) => flagOf(row, asOf),
        },
        page,
      );
    },
  };
}
