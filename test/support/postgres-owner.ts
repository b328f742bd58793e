// Owns an embedded server until it is killed; used by tests that kill it.
import { startPostgres } from "../../scripts/platform/postgres.ts";

const [directory, database] = process.argv.slice(2) as [string, string];
const server = await startPostgres({ directory, database });
process.send!(server.url);
process.on("disconnect", () => process.exit());
