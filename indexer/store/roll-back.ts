import type pg from "pg";
import { refreshCurrent } from "../documents/batch/current.ts";
import { columnList } from "./columns-of.ts";
import { historyName } from "./schema/table.ts";
import type { Table } from "./schema/table.ts";
import { allTables } from "./tables/index.ts";
import { dayOfAction } from "./tables/log/actions.ts";

/** Entities go back to the last version that is left; those that have none disappear. */
async function rollBackVersions(client: pg.ClientBase, table: Table, block: number): Promise<void> {
  const columns = columnList(table);
  const keys = table.key.map((name) => `"${name}"`).join(", ");
  const history = `"${historyName(table)}"`;
  await client.query(`DELETE FROM ${history} WHERE block > $1`, [block]);
  const { rows } = await client.query<{ gone: string }>(
    `DELETE FROM "${table.name}" WHERE block > $1 RETURNING ROW(${keys})::text AS gone`,
    [block],
  );
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO "${table.name}" (${columns})
     SELECT DISTINCT ON (${keys}) ${columns} FROM ${history} WHERE ROW(${keys})::text = ANY($1)
     ORDER BY ${keys}, block DESC, log_index DESC`,
    [rows.map(({ gone }) => gone)],
  );
}

/** What was read from files of batches that are no longer anchored. */
const ofBatches = [
  "import_reading",
  "reported_project",
  "reported_contract",
  "reported_flag",
  "reported_row",
  "quarantined_row",
];

/** The days' counts without the actions that go. */
async function rollBackActivity(client: pg.ClientBase, block: number): Promise<void> {
  // Whoever adds the actions of an anchor holds it: once the anchors are gone, nobody does.
  await client.query("DELETE FROM log_anchor WHERE block > $1", [block]);
  await client.query(
    `UPDATE action_day d SET count = d.count - gone.count FROM (
       SELECT service, ${dayOfAction("a")} AS day, type, count(*) AS count FROM action a WHERE block > $1 GROUP BY 1, 2, 3
     ) gone WHERE (d.service, d.day, d.type) = (gone.service, gone.day, gone.type)`,
    [block],
  );
  await client.query("DELETE FROM action_day WHERE count = 0");
}

/** Whether batches of files were anchored or replaced after `block`. */
async function batchesTouched(client: pg.ClientBase, block: number): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM import_batch WHERE block > $1 LIMIT 1", [block]);
  return rowCount === 1;
}

/** What was read from files goes with its batch; what a batch had replaced counts again. */
async function rollBackReported(client: pg.ClientBase): Promise<void> {
  // Whoever finishes reading a file holds its reading: rows are either there by now, or will be made of what is left.
  await client.query("SELECT FROM import_reading FOR UPDATE");
  for (const name of ofBatches) {
    await client.query(`DELETE FROM "${name}" WHERE batch_id NOT IN (SELECT batch_id FROM import_batch)`);
  }
  const { rows } = await client.query<{ batch_id: bigint }>("SELECT batch_id FROM import_batch ORDER BY 1");
  await refreshCurrent(
    client,
    rows.map(({ batch_id }) => batch_id),
  );
}

/**
 * Takes everything after `block` out of the mirror and moves the checkpoint there. Runs inside the caller's transaction.
 */
export async function rollBack(client: pg.ClientBase, block: number, head: number): Promise<void> {
  const reported = await batchesTouched(client, block);
  await rollBackActivity(client, block);
  for (const table of allTables) {
    if (table.kind === "versioned") await rollBackVersions(client, table, block);
    if (table.kind === "appended")
      await client.query(`DELETE FROM "${table.name}" WHERE block > $1`, [block]);
  }
  for (const name of ["event", "transaction", "brief", "log_reading"]) {
    await client.query(`DELETE FROM "${name}" WHERE block > $1`, [block]);
  }
  await client.query("DELETE FROM block WHERE number > $1", [block]);
  if (reported) await rollBackReported(client);
  await client.query(
    `UPDATE journal j SET (count, root) = (
       SELECT coalesce(max(journal_index), 0),
              coalesce((array_agg(journal_root ORDER BY journal_index DESC))[1], decode(repeat('00', 32), 'hex'))
       FROM event e WHERE e.contract = j.contract)`,
  );
  await client.query(
    `UPDATE journal SET chain_count = count, chain_root = root, verified_block = $1,
       verified_timestamp = coalesce((SELECT "timestamp" FROM block WHERE number = $1), 0)`,
    [block],
  );
  await client.query(
    `UPDATE checkpoint SET block = $1, head = $2,
       block_hash = coalesce((SELECT hash FROM block WHERE number = $1), ''),
       block_timestamp = coalesce((SELECT "timestamp" FROM block WHERE number = $1), 0)`,
    [block, head],
  );
}
