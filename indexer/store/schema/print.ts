import { createHash } from "node:crypto";
import { allTables } from "../tables/index.ts";
import { createAsOf, createTables, readingIndexes } from "./ddl.ts";
import { systemTables } from "./system.ts";

/** Everything that an empty mirror is made of, in one SQL text. */
export function creation(): string {
  return [systemTables, ...allTables.map((t) => `${createTables(t)}${createAsOf(t)}`)].join("\n");
}

/** The indexes for reading, in one SQL text. */
export function readingIndexesSql(): string {
  return allTables
    .flatMap(readingIndexes)
    .map(({ sql }) => `${sql};\n`)
    .join("");
}

/** Changes whenever tables or indexes do; a mirror with another fingerprint is built anew from the chain. */
export function schemaFingerprint(): string {
  return createHash("sha256").update(creation()).update(readingIndexesSql()).digest("hex").slice(0, 16);
}

/** The committed print of the schema, `indexer/store/schema.sql`. */
export function printedSchema(): string {
  const notice =
    "-- Printed from indexer/store/tables by `node scripts/build/schema.ts`; a test keeps it current.\n" +
    "-- All of it stands in the PostgreSQL schema `mirror`.\n\n";
  return `${notice}${creation()}\n-- Indexes for reading, made when the mirror has caught up.\n${readingIndexesSql()}`;
}
