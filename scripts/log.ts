// `npm run log -- schema FILE`: publishes the JSON Schema of an action type, as defineActionType needs it: checks it as the
// intake will, stores it as a document (in DATA_DIR/documents, or by the Kubo node at IPFS_API_URL), and prints its CID.
//   npm run log -- schema FILE [--dry-run]   with --dry-run nothing is stored: for whoever hands the file to an operator
// Ends with 0 when it is published, with 1 when the schema cannot be used or not be stored, with 2 for wrong arguments.
import { ArgumentError } from "./platform/arguments.ts";
import { publishSchema } from "./log/schema.ts";

const [what, ...args] = process.argv.slice(2);
if (what !== "schema") throw new ArgumentError(`“${what ?? ""}” is nothing that can be done with a log`);
process.exitCode = await publishSchema(args);
