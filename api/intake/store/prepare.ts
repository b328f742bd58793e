import { readFileSync } from "node:fs";
import { intakeError } from "../errors/intake-error.ts";
import type { Queryable } from "./queryable.ts";

/** Version of schema.sql; raised with every change that an older program could not work with. */
const VERSION = 1;

const SCHEMA = readFileSync(new URL("./schema.sql", import.meta.url), "utf8");

/** Any constant of ours: two processes that start at the same time make the tables one after the other. */
const LOCK = 0x696e7461;

/**
 * Makes the intake's tables where they are not there yet. Whoever reads or writes them calls it first; it may be called
 * by several at the same time.
 *
 * @param connection one connection, not a pool
 * @throws ProngsaiError LOG_INTAKE_STORE_NEWER when a newer program made them
 */
export async function prepareStore(connection: Queryable): Promise<void> {
  await connection.query("BEGIN");
  try {
    await connection.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await connection.query("SET LOCAL client_min_messages = warning");
    await connection.query(SCHEMA);
    const { rows } = await connection.query<{ version: number }>("SELECT version FROM intake.version");
    const found = rows[0]?.version;
    if (found === undefined) await connection.query("INSERT INTO intake.version VALUES ($1)", [VERSION]);
    if (found !== undefined && found > VERSION)
      throw intakeError("LOG_INTAKE_STORE_NEWER", { found, known: VERSION });
    await connection.query("COMMIT");
  } catch (error) {
    await connection.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
