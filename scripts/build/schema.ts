// `node scripts/build/schema.ts`: prints the mirror's tables to indexer/store/schema.sql.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printedSchema } from "../../indexer/store/schema/print.ts";

writeFileSync(join(import.meta.dirname, "../../indexer/store/schema.sql"), printedSchema());
