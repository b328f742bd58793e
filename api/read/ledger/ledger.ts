import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { EventFilter } from "../filters.ts";
import type { Heads } from "../heads.ts";
import type { LedgerReads } from "../reads.ts";
import type { BlockRow, RefusalRow, TransactionRow } from "../rows/ledger.ts";
import { projectIs } from "../budget/conditions.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { appendedBefore } from "../sql/source.ts";
import { raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { address, hex, maybeAddress, seconds } from "../sql/values.ts";
import { decodedCall, refusalReason } from "./decode.ts";
import { contractAddresses, eventOf, EVENT_SELECT } from "./events.ts";
import type { EventColumns } from "./events.ts";
import { historyConditions } from "./history.ts";
import { apiError } from "../../errors/api-error.ts";
import { isOnePairOf, loaderByBlock } from "../sql/loaders.ts";

type Transaction = MirrorRow["transaction"] & { readonly contract: string | null };

const TRANSACTION = raw(
  "SELECT t.*, (SELECT d.name FROM deployment d WHERE d.target = t.target LIMIT 1) AS contract FROM transaction t",
);

function transactionOf(row: Transaction): TransactionRow {
  const input = hex(row.input);
  return {
    hash: hex(row.tx_hash),
    block: Number(row.block),
    index: row.tx_index,
    timestamp: seconds(row.timestamp),
    from: address(row.sender),
    to: maybeAddress(row.target),
    contractName: row.contract,
    ...decodedCall(row.contract, input),
    input,
    succeeded: row.status === 1,
  };
}

function refusalOf(row: Transaction): RefusalRow {
  const { hash: txHash, block, timestamp, from, to, contractName, args, function: name } = transactionOf(row);
  return {
    txHash,
    block,
    timestamp,
    from,
    contract: to ?? `0x${"00".repeat(20)}`,
    contractName,
    function: name,
    args,
    reason: row.refusal ? refusalReason(hex(row.refusal)) : null,
  };
}

function filtered(filter: EventFilter): (Sql | null)[] {
  return [
    projectIs("e.project", filter.projectCode),
    filter.agency === null || filter.agency === undefined ? null : sql`e.agency = ${filter.agency}`,
    filter.contract ? sql`e.contract = ANY(${[...filter.contract]}::text[])` : null,
    filter.name ? sql`e.name = ANY(${[...filter.name]}::text[])` : null,
  ];
}

/** Place of an event in the stream: `block:logIndex`, or `block:<number>` for the end of a block. */
function placeOf(cursor: string): { block: number; logIndex: number } {
  const whole = /^block:(\d{1,10})$/.exec(cursor);
  if (whole) return { block: Number(whole[1]), logIndex: 2 ** 31 - 1 };
  const [, block, logIndex] = /^(\d{1,10}):(\d{1,9})$/.exec(cursor) ?? [];
  if (block === undefined || logIndex === undefined) throw apiError("CURSOR_MALFORMED");
  return { block: Number(block), logIndex: Number(logIndex) };
}

const eventColumns = [
  { expression: "e.block", type: "bigint", direction: "DESC", read: (row: EventColumns) => row.block },
  { expression: "e.log_index", type: "int", direction: "DESC", read: (row: EventColumns) => row.log_index },
] as const;

type Part = Exclude<keyof LedgerReads, "search">;

export function ledgerReads(database: Database, heads: Heads): Pick<LedgerReads, Part> {
  const addresses = contractAddresses(database);
  const events = async (condition: Sql, order: string) => {
    const rows = await database.rows<EventColumns>(
      sql`${EVENT_SELECT} WHERE ${condition} ${raw(`ORDER BY ${order}`)} LIMIT 1000`,
    );
    return Promise.all(rows.map(async (row) => eventOf(row, await addresses())));
  };
  const page = (conditions: (Sql | null)[], tag: string) =>
    ({
      tag,
      columns: eventColumns,
      select: EVENT_SELECT,
      from: sql`FROM event e`,
      conditions,
    }) as const;
  const eventAt = loaderByBlock<{ key: string; name: string; contract: string }>(
    async (keys) => {
      const columns = [
        ["e.block", "bigint"],
        ["e.log_index", "int"],
      ] as const;
      const places = keys.map((key) => key.split(":") as [string, string]);
      return database.rows(sql`SELECT e.block || ':' || e.log_index AS key, e.name, e.contract FROM event e
        WHERE ${isOnePairOf(columns, places)}`);
    },
    ({ key }) => key,
  );
  return {
    meta: () => Promise.resolve(heads.current),
    eventAt: async ({ block, logIndex }) => {
      const found = await eventAt(`${block}:${logIndex}`, null);
      const contractName = found?.contract ?? "";
      return {
        name: found?.name ?? "",
        contractName,
        address: (await addresses()).get(contractName) ?? `0x${"00".repeat(20)}`,
      };
    },
    block: async (number) => {
      if (number < 0) return null;
      const [row] = await database.rows<MirrorRow["block"] & { readonly hashes: string[] | null }>(
        sql`SELECT b.*, (SELECT array_agg('0x' || encode(t.tx_hash, 'hex') ORDER BY t.tx_index)
          FROM transaction t WHERE t.block = b.number) AS hashes FROM block b WHERE b.number = ${number}`,
      );
      if (!row) return null;
      const block: BlockRow = {
        number: Number(row.number),
        hash: hex(row.hash),
        parentHash: hex(row.parent_hash),
        timestamp: seconds(row.timestamp),
        transactionHashes: row.hashes ?? [],
      };
      return block;
    },
    transaction: async (hash) => {
      const [row] = await database.rows<Transaction>(
        sql`${TRANSACTION} WHERE t.tx_hash = ${Buffer.from(hash.slice(2), "hex")}`,
      );
      return row ? transactionOf(row) : null;
    },
    events: async (filter, args, asOf) => {
      const known = await addresses();
      const before = asOf === null ? null : sql`e.block <= ${asOf}::bigint`;
      return keysetPage(
        database,
        { ...page([...filtered(filter), before], "events"), map: (row: EventColumns) => eventOf(row, known) },
        args,
      );
    },
    eventsAfter: async (cursor, filter, limit) => {
      const { block, logIndex } = placeOf(cursor);
      const conditions = [
        sql`(e.block, e.log_index) > (${block}::bigint, ${logIndex}::int)`,
        ...filtered(filter).filter((piece) => piece !== null),
      ];
      const known = await addresses();
      const rows = await database.rows<EventColumns>(
        sql`${EVENT_SELECT} WHERE ${conditions.reduce((a, b) => sql`${a} AND ${b}`)} ORDER BY e.block, e.log_index LIMIT ${limit}`,
      );
      return rows.map((row) => eventOf(row, known));
    },
    eventsOfTransaction: (hash) =>
      events(sql`e.tx_hash = ${Buffer.from(hash.slice(2), "hex")}`, "e.block, e.log_index"),
    eventsOfBlock: (number) => events(sql`e.block = ${number}`, "e.log_index"),
    history: async (node, args) => {
      const known = await addresses();
      const before = node.asOf === null ? null : sql`e.block <= ${node.asOf}`;
      return keysetPage(
        database,
        {
          ...page([historyConditions(node), before], `history/${node.kind}/${node.key}`),
          map: (row: EventColumns) => eventOf(row, known),
        },
        args,
      );
    },
    journals: async () => {
      const rows = await database.rows<MirrorRow["journal"] & { readonly folded: boolean }>(
        sql`SELECT j.*, coalesce((SELECT e.journal_index = j.count AND e.journal_root = j.root FROM event e
            WHERE e.contract = j.contract ORDER BY e.journal_index DESC LIMIT 1), j.count = 0) AS folded
          FROM journal j ORDER BY j.contract`,
      );
      return rows.map((row) => ({
        contractName: row.contract,
        contract: address(row.address),
        count: Number(row.count),
        root: hex(row.root),
        block: Number(row.verified_block),
        onChainCount: Number(row.chain_count),
        onChainRoot: hex(row.chain_root),
        // Compared anew: what the indexer once found says nothing of a row that was altered since.
        matches: row.count === row.chain_count && row.root.equals(row.chain_root) && row.folded,
        verifiedAt: seconds(row.verified_timestamp),
      }));
    },
    refusal: async (hash) => {
      const [row] = await database.rows<Transaction>(
        sql`${TRANSACTION} WHERE t.tx_hash = ${Buffer.from(hash.slice(2), "hex")} AND t.status = 0`,
      );
      return row ? refusalOf(row) : null;
    },
    refusals: (args, asOf) =>
      keysetPage<Transaction, RefusalRow>(
        database,
        {
          tag: "refusals",
          columns: [
            { expression: "t.block", type: "bigint", direction: "DESC", read: (row) => row.block },
            { expression: "t.tx_index", type: "int", direction: "DESC", read: (row) => row.tx_index },
          ],
          select: TRANSACTION,
          from: sql`FROM transaction t`,
          conditions: [
            sql`t.status = 0`,
            sql`t.target IN (SELECT target FROM deployment)`,
            appendedBefore("t", asOf),
          ],
          map: refusalOf,
        },
        args,
      ),
  };
}
