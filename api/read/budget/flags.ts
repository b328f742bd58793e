import type { MirrorRow } from "../../../indexer/store/read.ts";
import { shownRule } from "../../../sdk/redflags/index.ts";
import type { FlagOrder } from "../filters.ts";
import type { FlagRow } from "../rows/budget.ts";
import type { Direction } from "../rows/common.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import type { SortColumn } from "../sql/keyset.ts";
import { isId, isOneOf, loaderByBlock } from "../sql/loaders.ts";
import { node, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { address, document, maybeSeconds, seconds } from "../sql/values.ts";
import { timeOf } from "./commitments.ts";
import { anyOf, shared, yearInCode } from "./conditions.ts";

type Flag = MirrorRow["flag"] & { readonly overdue: boolean };
type Column = SortColumn<Flag>;

const id = (direction: Direction): Column => ({
  ...{ expression: "f.flag_id", type: "bigint", direction },
  read: (row) => row.flag_id,
});

/**
 * Anybody may raise any number of flags, so what comes later must not displace what has waited longest. `urgency`: 0 past
 * its clock, 1 waiting, 2 answered or decided; `place` counts up among those that wait and down among the rest.
 */
const orders: Readonly<Record<FlagOrder, readonly Column[]>> = {
  NEWEST: [id("DESC")],
  WAITING: [
    {
      ...{ expression: "(CASE WHEN f.state <> 1 THEN 2 WHEN f.overdue THEN 0 ELSE 1 END)", type: "int" },
      ...{ direction: "ASC", read: urgency },
    },
    {
      ...{ expression: "(CASE WHEN f.state <> 1 THEN -f.flag_id ELSE f.flag_id END)", type: "bigint" },
      ...{ direction: "ASC", read: (row) => (row.state === 1 ? row.flag_id : -row.flag_id) },
    },
  ],
};

function urgency({ state, overdue }: Flag): number {
  if (state !== 1) return 2;
  return overdue ? 0 : 1;
}

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
    flags: ({ order, ...filter }, page, asOf) => {
      const by = order ?? "NEWEST";
      const from = sql`FROM (SELECT f.*, ${late(asOf)} AS overdue FROM ${versioned("flag", "f", asOf)}) f`;
      return keysetPage<Flag, FlagRow>(
        database,
        {
          tag: `flags/${by}`,
          columns: orders[by],
          select: sql`SELECT f.* ${from}`,
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
