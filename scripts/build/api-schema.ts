import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { printedSchema } from "../../api/graphql/schema.ts";

/** Writes the GraphQL schema to `api/schema.graphql`; run after changing `api/graphql/`, and commit the result. */
const file = resolve(import.meta.dirname, "../../api/schema.graphql");
writeFileSync(file, printedSchema());
console.log(`wrote ${file}`);
