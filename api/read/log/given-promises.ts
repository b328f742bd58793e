import { toHex } from "../../../sdk/hex.ts";
import { statementHash } from "../../../sdk/log/promise/statement.ts";
import type { Direction, Page, PageArgs } from "../rows/common.ts";
import type { PromiseRow, PromiseState, ServiceRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { address, hex, maybeSeconds } from "../sql/values.ts";
import { bytes } from "./conditions.ts";

/** States of promises that nobody has shown to be broken. */
export type GivenState = Exclude<PromiseState, "BROKEN">;

/** A promise as the intake gave it: schema `intake`, api/intake/store/schema.sql. */
export type GivenPromise = Omit<PromiseRow, "state">;

interface Row {
  readonly first_index: bigint;
  readonly count: number;
  readonly leaves_root: Buffer;
  readonly deadline: bigint;
  readonly issued_at: bigint;
  readonly gateway: Buffer;
  /** time of the block whose anchor first has all of its entries */
  readonly anchored_at: bigint | null;
}

/** No promise is about more entries: the most records of a request. Bounds where open promises can begin. */
const MOST_ENTRIES = 1_000;

/** Promises `p` of the intake, with the anchor `a` that first has all of a promise's entries. */
const from = ({
  id,
}: ServiceRow): Sql => sql`FROM intake.promise p JOIN intake.promise_group g ON g.id = p.group_id
  LEFT JOIN LATERAL (SELECT l.timestamp FROM log_anchor l WHERE l.service = ${bytes(id)}
    AND l.size >= p.first_index + p.count ORDER BY l.size LIMIT 1) a ON true`;

const select = (service: ServiceRow): Sql =>
  sql`SELECT p.first_index, p.count, p.leaves_root, p.deadline, g.issued_at, g.gateway,
    CASE WHEN p.first_index + p.count <= ${service.size}::bigint THEN a.timestamp END AS anchored_at ${from(service)}`;

/**
 * What makes each state, so that every promise that was not reported has just one. As in `reportMissedDeadline` of the
 * contract, the deadline is the last second in which a block may keep it.
 *
 * @param time of the block that is answered as of, Unix seconds
 */
function holds(state: GivenState, { size }: ServiceRow, time: number): Sql[] {
  const anchored = sql`p.first_index < ${size}::bigint AND p.first_index + p.count <= ${size}::bigint`;
  const waiting = sql`p.first_index > ${size - MOST_ENTRIES}::bigint AND p.first_index + p.count > ${size}::bigint`;
  switch (state) {
    case "KEPT":
      return [anchored, sql`a.timestamp <= p.deadline`];
    case "LATE":
      return [anchored, sql`a.timestamp > p.deadline`];
    case "OPEN":
      return [waiting, sql`p.deadline >= ${time}::bigint`];
    case "OVERDUE":
      return [waiting, sql`p.deadline < ${time}::bigint`];
  }
}

function givenOf(row: Row, { id, name, asOf }: ServiceRow): GivenPromise {
  const statement = {
    service: id,
    firstIndex: Number(row.first_index),
    count: row.count,
    leavesRoot: hex(row.leaves_root),
    issuedAt: Number(row.issued_at),
    deadline: Number(row.deadline),
  };
  const { firstIndex, count, issuedAt, deadline } = statement;
  return {
    service: name,
    asOf,
    statementHash: toHex(statementHash(statement)),
    gateway: address(row.gateway),
    ...{ firstIndex, count, issuedAt, deadline },
    anchoredAt: maybeSeconds(row.anchored_at),
    ...{ breach: null, brokenIndex: null, provenance: null },
  };
}

/** The intake's number of the service's log; undefined where no intake shares the mirror's database. */
export async function intakeLog(database: Database, { id }: ServiceRow): Promise<number | undefined> {
  const [there] = await database.rows<{ there: boolean }>(
    sql`SELECT to_regclass('intake.promise') IS NOT NULL AS there`,
  );
  if (!there!.there) return undefined;
  const [log] = await database.rows<{ log: number }>(
    sql`SELECT l.log FROM intake.log l JOIN checkpoint c ON decode(substr(c.deployment_id, 3), 'hex') = l.deployment
      WHERE l.service = ${bytes(id)}`,
  );
  return log?.log;
}

/** Of each of these entries the promise that covers it, where the intake gave one. */
export async function promisesAt(
  database: Database,
  service: ServiceRow,
  log: number,
  entries: readonly number[],
): Promise<GivenPromise[]> {
  const rows = await database.rows<Row>(
    sql`SELECT DISTINCT o.* FROM unnest(${[...entries]}::bigint[]) n (index) CROSS JOIN LATERAL (${select(service)}
      WHERE p.log = ${log}::smallint AND p.first_index <= n.index ORDER BY p.first_index DESC LIMIT 1) o
      WHERE o.first_index + o.count > n.index`,
  );
  return rows.map((row) => givenOf(row, service));
}

/**
 * Promises of the intake in one state, in the order of their entries.
 *
 * @param reported first entries of those that were shown to be broken: their state is another one
 * @param time of the block that is answered as of, Unix seconds
 */
export function givenPromises(
  database: Database,
  {
    service,
    log,
    state,
    time,
    reported,
  }: {
    readonly service: ServiceRow;
    readonly log: number;
    readonly state: GivenState;
    readonly time: number;
    readonly reported: readonly number[];
  },
  direction: Direction,
  page: PageArgs,
): Promise<Page<PromiseRow>> {
  return keysetPage<Row, PromiseRow>(
    database,
    {
      tag: `promises/${state}/${direction}`,
      columns: [{ expression: "p.first_index", type: "bigint", direction, read: (row) => row.first_index }],
      select: select(service),
      from: from(service),
      conditions: [
        sql`p.log = ${log}::smallint`,
        ...holds(state, service, time),
        reported.length > 0 && sql`p.first_index <> ALL(${[...reported]}::bigint[])`,
      ],
      map: (row) => ({ ...givenOf(row, service), state }),
    },
    page,
  );
}
