/**
 * The advisory lock of whoever writes a mirror: one indexer has it at a time, and it is free the moment that one dies.
 */
import { MIRROR } from "./pool.ts";

/** First key; any constant of ours. The second is the schema's name, hashed. */
const LOCK = 0x70726f6e;

/** Takes the lock of the schema `$1` unless somebody has it: `locked`. */
export const TAKE_LOCK = `SELECT pg_try_advisory_lock(${LOCK}, hashtext($1)) AS locked`;

/** Whether an indexer has the lock of the mirror now: `held`. */
export const IS_LOCKED = `SELECT EXISTS (
  SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = ${LOCK} AND objid = (hashtext('${MIRROR}')::int8 & 4294967295)::oid) AS held`;
