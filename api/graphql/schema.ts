import type { GraphQLSchema } from "graphql";
import { lexicographicSortSchema, printSchema } from "graphql";
import { builder } from "./core/builder.ts";
import "./core/scalars.ts";
import "./registers.generated.ts";
import "./redflags/index.ts";
import "./ledger/index.ts";

builder.queryType({
  description: "Everything that can be read. Money is in satang, years are Buddhist-era.",
});

/** The executable schema. */
export const schema: GraphQLSchema = builder.toSchema();

/** The schema as it is committed in `api/schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
