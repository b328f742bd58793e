import type { MirrorRow } from "../../../indexer/store/read.ts";
import { apiError } from "../../errors/api-error.ts";
import type { ActionFilter, ActionOrderField, Order } from "../filters.ts";
import type { LogReads } from "../reads.ts";
import type { ActionRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import type { SortColumn } from "../sql/keyset.ts";
import { isId, loaderByBlock } from "../sql/loaders.ts";
import { appendedBefore, node } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { cid, hex, maybeText, text } from "../sql/values.ts";
import { countByDays } from "./activity.ts";
import { actionConditions, bytes } from "./conditions.ts";
import { onlyService, refuseHoles } from "./holes.ts";

type Action = MirrorRow["action"] & { readonly service_name: string };

/** The name is looked up for the rows of a page only. */
const SELECT = sql`SELECT a.*, (SELECT s.name FROM service s WHERE s.number = a.service) AS service_name`;

const maybeHex = (bytes: Buffer | null): string | null => bytes && hex(bytes);

function actionOf(row: Action, asOf: AsOf): ActionRow {
  return {
    ...node("action", `${row.service_name}:${row.index}`, row, asOf),
    actionId: text(row.action_id),
    service: row.service_name,
    serviceNumber: row.service,
    index: Number(row.index),
    type: row.type,
    agency: row.agency,
    submitter: row.submitter,
    clientSeq: text(row.client_seq),
    happenedAt: Number(row.ts) / 1_000_000,
    subject: maybeHex(row.subject),
    role: row.role,
    pseudonym: maybeHex(row.pseudonym),
    schema: cid(row.schema_cid),
    payload: maybeHex(row.payload),
    supersedes: maybeText(row.supersedes),
    leaf: hex(row.leaf),
    record: row.record,
  };
}

const sorts: Record<ActionOrderField, Pick<SortColumn<Action>, "expression" | "type" | "read">> = {
  HAPPENED: { expression: "a.ts", type: "bigint", read: (row) => row.ts },
  LOGGED: { expression: "a.action_id", type: "bigint", read: (row) => row.action_id },
};

/** `name:index` apart; null where it cannot be one. */
function placeOf(key: string): readonly [service: string, index: string] | null {
  const at = key.lastIndexOf(":");
  const index = key.slice(at + 1);
  return at > 0 && isId(index) && !key.includes("\0") ? [key.slice(0, at), index] : null;
}

/** Entries of services' logs by a column that names another entry of the same service; of several the newest. */
const loaderByTarget = (database: Database, column: "supersedes" | "erases") =>
  loaderByBlock<ActionRow & { readonly target: string }>(
    async (keys, asOf) => {
      const places = keys.map((key) => key.split(":"));
      const named = column === "supersedes" ? sql`a.supersedes` : sql`a.erases`;
      const rows = await database.rows<Action & { target: bigint }>(
        sql`${SELECT}, ${named} AS target FROM unnest(${places.map(([service]) => service)}::int[],
          ${places.map(([, index]) => index)}::bigint[]) AS n (service, index)
          JOIN action a ON a.service = n.service AND ${named} = n.index
          ${where([appendedBefore("a", asOf)])} ORDER BY a.action_id`,
      );
      return rows.map((row) => ({ ...actionOf(row, asOf), target: `${row.service}:${row.target}` }));
    },
    ({ target }) => target,
  );

/**
 * @throws ProngsaiError ACTION_UNREAD, ACTION_CONTRADICTED when the entry is anchored, but cannot be shown; ACTION_LOST when
 * it was read and the mirror has it no more
 */
async function explainAbsence(
  database: Database,
  [service, index]: readonly [string, string],
  asOf: AsOf,
): Promise<null> {
  const [anchored] = await database.rows<{ state: string; size: bigint }>(
    sql`SELECT r.state, l.size FROM service s JOIN log_anchor l ON l.service = s.service
      JOIN log_reading r ON r.service = l.service AND r.size = l.size
      ${where([sql`s.name = ${service}`, sql`l.size > ${index}::bigint`, appendedBefore("l", asOf)])}
      ORDER BY l.size LIMIT 1`,
  );
  if (!anchored) return null;
  throw apiError(whyAbsent[anchored.state] ?? "ACTION_UNREAD", { service, index: Number(index) });
}

const whyAbsent: Record<string, "ACTION_CONTRADICTED" | "ACTION_LOST"> = {
  contradicted: "ACTION_CONTRADICTED",
  complete: "ACTION_LOST",
};

/** Index of the first entry of a log that the mirror does not have; their number when none is missing between. */
async function firstMissing(database: Database, number: number, asOf: AsOf): Promise<number> {
  const rows = await database.rows<{ n: bigint }>(
    sql`SELECT coalesce(min(n) FILTER (WHERE n <> index), count(*)) AS n FROM (
      SELECT a.index, row_number() OVER (ORDER BY a.index) - 1 AS n FROM action a
      ${where([sql`a.service = ${number}`, appendedBefore("a", asOf)])}) numbered`,
  );
  return Number(rows[0]!.n);
}

type Part =
  | "action"
  | "actionsFrom"
  | "actionIfShown"
  | "actions"
  | "firstMissing"
  | "recordTexts"
  | "supersededBy"
  | "erasedBy";

export function actionReads(database: Database): Pick<LogReads, Part> {
  const load = loaderByBlock<ActionRow>(
    async (keys, asOf) => {
      const places = keys.map((key) => placeOf(key)!);
      const rows = await database.rows<Action>(
        sql`${SELECT} FROM unnest(${places.map(([name]) => name)}::text[], ${places.map(([, index]) => index)}::bigint[])
          AS n (name, index) JOIN service o ON o.name = n.name JOIN action a ON a.service = o.number AND a.index = n.index
          ${where([appendedBefore("a", asOf)])}`,
      );
      return rows.map((row) => actionOf(row, asOf));
    },
    ({ key }) => key,
  );
  const superseding = loaderByTarget(database, "supersedes");
  const erasing = loaderByTarget(database, "erases");
  const keyOf = ({ serviceNumber, index }: ActionRow) => `${serviceNumber}:${index}`;
  const actionIfShown: LogReads["actionIfShown"] = (key, asOf) =>
    placeOf(key) ? load(key, asOf) : Promise.resolve(null);
  return {
    actionIfShown,
    action: async (key, asOf) => {
      const found = await actionIfShown(key, asOf);
      const place = placeOf(key);
      return found ?? (place && (await explainAbsence(database, place, asOf)));
    },
    actionsFrom: async (service, index, limit) => {
      const rows = await database.rows<Action>(
        sql`${SELECT} FROM action a WHERE a.service = (SELECT s.number FROM service s WHERE s.name = ${service})
          AND a.index >= ${index}::bigint ORDER BY a.index LIMIT ${limit}`,
      );
      const hole = rows.findIndex((row, at) => Number(row.index) !== index + at);
      return (hole < 0 ? rows : rows.slice(0, hole)).map((row) => actionOf(row, null));
    },
    firstMissing: ({ number, asOf }) => firstMissing(database, number, asOf),
    recordTexts: ({ number, asOf }) => {
      const conditions = [sql`a.service = ${number}`, appendedBefore("a", asOf)];
      return sql`SELECT a.record FROM action a ${where(conditions)} ORDER BY a.index`;
    },
    supersededBy: (action) => superseding(keyOf(action), action.asOf),
    erasedBy: (action) =>
      action.payload === null ? Promise.resolve(null) : erasing(keyOf(action), action.asOf),
    actions: async (asked, { field, direction }: Order<ActionOrderField>, page, asOf) => {
      const filter = await byNames(database, asked);
      const id: SortColumn<Action> = { ...sorts.LOGGED, direction };
      const from = sql`FROM action a`;
      const found = await keysetPage<Action, ActionRow>(
        database,
        {
          tag: `actions/${field}/${direction}`,
          columns: field === "LOGGED" ? [id] : [{ ...sorts[field], direction }, id],
          select: sql`${SELECT} ${from}`,
          from,
          conditions: actionConditions(filter, asOf),
          map: (row) => actionOf(row, asOf),
        },
        page,
      );
      const service = onlyService(filter);
      if (service !== undefined && field === "LOGGED") {
        const shown = found.rows.map(({ row }) => row);
        await refuseHoles(database, { service, direction }, shown, page, asOf);
      }
      return {
        ...found,
        count: () => countActions(database, filter, asOf),
        unread: () => countUnread(database, filter, asOf),
      };
    },
  };
}

const SERVICE_ID = /^0x[0-9a-f]{64}$/i;

/** A service may be asked for by its id as well as by its name; what is not registered stays, and finds nothing. */
async function byNames(database: Database, filter: ActionFilter): Promise<ActionFilter> {
  const ids = filter.service?.filter((one) => SERVICE_ID.test(one)) ?? [];
  if (ids.length === 0) return filter;
  const rows = await database.rows<{ service: Buffer; name: string }>(
    sql`SELECT service, name FROM service WHERE service = ANY(${ids.map(bytes)}::bytea[])`,
  );
  const names = new Map(rows.map(({ service, name }) => [hex(service), name]));
  return { ...filter, service: filter.service!.map((one) => names.get(one.toLowerCase()) ?? one) };
}

/** Few entries are replaced: those that stand are all others. */
async function countActions(database: Database, filter: ActionFilter, asOf: AsOf): Promise<number> {
  const { superseded, ...rest } = filter;
  if (superseded === false) {
    const [all, replaced] = await Promise.all([
      countActions(database, rest, asOf),
      countActions(database, { ...rest, superseded: true }, asOf),
    ]);
    return all - replaced;
  }
  const byDays = countByDays(database, filter, asOf);
  if (byDays) return await byDays();
  const [row] = await database.rows<{ n: bigint }>(
    sql`SELECT count(*) AS n FROM action a ${where(actionConditions(filter, asOf))}`,
  );
  return Number(row!.n);
}

/** Anchored entries of the services asked about that are not in the mirror. */
async function countUnread(
  database: Database,
  { service, agency }: ActionFilter,
  asOf: AsOf,
): Promise<number> {
  const conditions: (Sql | null)[] = [
    sql`r.state <> 'complete'`,
    service ? sql`s.name = ANY(${[...service]}::text[])` : null,
    agency ? sql`s.agency = ANY(${[...agency]}::int[])` : null,
    appendedBefore("l", asOf),
  ];
  const [row] = await database.rows<{ n: bigint | null }>(
    sql`SELECT sum(l.size - l.first_index) AS n FROM log_reading r
      JOIN log_anchor l ON l.service = r.service AND l.size = r.size
      JOIN service s ON s.service = r.service ${where(conditions)}`,
  );
  return Number(row!.n ?? 0n);
}
