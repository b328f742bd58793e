import type pg from "pg";
import { MIRROR } from "../store/pool.ts";

/** Oids below it are of what every new database has. Source: PostgreSQL, "Object Identifier Assignment". */
const FIRST_OWN = 16_384;

const isOwn = (catalog: string, alias: string) =>
  `${alias}.oid >= ${FIRST_OWN} AND NOT EXISTS (
     SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${alias}.oid AND d.deptype = 'e')`;

/**
 * What stands outside the mirror's schema and can be taken for something of it, or changes what its readers see. The server
 * looks into `pg_catalog` before any other schema, and casts stand in none. A function elsewhere that is named as one of
 * the mirror's is called by no reader of ours, and still has no honest use. What extensions brought is left out.
 */
const OUTSIDERS = `
  SELECT 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${isOwn("pg_proc", "p")} AND (n.nspname = 'pg_catalog' OR n.nspname NOT IN ($1, $2)
    AND p.proname IN (SELECT proname FROM pg_proc WHERE pronamespace = $1::regnamespace))
  UNION ALL
  SELECT 'operator pg_catalog.' || o.oprname || '(' || format_type(o.oprleft, NULL) || ', ' || format_type(o.oprright, NULL) || ')'
  FROM pg_operator o WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND ${isOwn("pg_operator", "o")}
  UNION ALL
  SELECT 'relation pg_catalog.' || c.relname FROM pg_class c
  WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${isOwn("pg_class", "c")}
  UNION ALL
  SELECT 'cast ' || format_type(c.castsource, NULL) || ' as ' || format_type(c.casttarget, NULL) FROM pg_cast c
  WHERE ${isOwn("pg_cast", "c")}`;

/** Names them, in order. @param scratch schema of the second mirror, which is as the first must be */
export async function outsidersOf(client: pg.ClientBase, scratch: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(OUTSIDERS, [MIRROR, scratch]);
  return rows.map(({ name }) => name).toSorted();
}
