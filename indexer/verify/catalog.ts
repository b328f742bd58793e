import type pg from "pg";
import { outsidersOf } from "./outsiders.ts";
import type { Difference, TableResult } from "./compare.ts";

/** Stands for a table's name in results about definitions. */
export const DEFINITIONS = "(definitions)";

/** Everything in a schema that decides what its readers see besides rows: columns, functions, operators, triggers, rules, views. */
const OBJECTS = `
  SELECT 'column ' || c.relname || '.' || a.attname AS name,
         format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END AS definition
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT 'relation ' || relname, relkind::text || relrowsecurity FROM pg_class
  WHERE relnamespace = $1::regnamespace AND relkind NOT IN ('i', 'I', 't', 'c')
  UNION ALL
  SELECT 'function ' || proname || '(' || pg_get_function_identity_arguments(oid) || ')', prosrc || coalesce(proconfig::text, '') FROM pg_proc
  WHERE pronamespace = $1::regnamespace
  UNION ALL
  SELECT 'operator ' || o.oprname || '(' || format_type(o.oprleft, NULL) || ', ' || format_type(o.oprright, NULL) || ')', o.oprcode::text
  FROM pg_operator o WHERE o.oprnamespace = $1::regnamespace
  UNION ALL
  SELECT 'trigger ' || c.relname || '.' || t.tgname, t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = $1::regnamespace AND NOT t.tgisinternal
  UNION ALL
  SELECT 'rule ' || c.relname || '.' || r.rulename, r.ev_enabled::text FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
  WHERE c.relnamespace = $1::regnamespace`;

async function objectsOf(client: pg.ClientBase, schema: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; definition: string }>(OBJECTS, [`"${schema}"`]);
  return new Map(rows.map(({ name, definition }) => [name, definition]));
}

/**
 * Compares the definitions of two schemas, and names what stands outside them and could be taken for something of theirs; a
 * function that lies is as bad as a row that does.
 */
export async function compareCatalogs(
  expected: { client: pg.ClientBase; schema: string },
  found: { client: pg.ClientBase; schema: string },
): Promise<TableResult> {
  const right = await objectsOf(expected.client, expected.schema);
  const actual = await objectsOf(found.client, found.schema);
  const difference = (
    kind: Difference["kind"],
    key: string,
    columns: Difference["columns"] = [],
  ): Difference => ({ table: DEFINITIONS, kind, key, columns });
  const differences = [...new Set([...right.keys(), ...actual.keys()])].toSorted().flatMap((name) => {
    const [a, b] = [right.get(name), actual.get(name)];
    if (a === b) return [];
    if (b === undefined) return [difference("removed", name)];
    if (a === undefined) return [difference("added", name)];
    return [difference("altered", name, [{ name: "definition", expected: a, found: b }])];
  });
  const outsiders = await outsidersOf(found.client, expected.schema);
  differences.push(...outsiders.map((name) => difference("added", name)));
  return {
    table: DEFINITIONS,
    found: actual.size + outsiders.length,
    expected: right.size,
    different: differences.length,
    differences,
  };
}
