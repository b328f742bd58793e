// `npm run log -- schema FILE`: publishes the JSON Schema of an action type, as defineActionType needs it: checks it as the
// intake will, stores it as a document (in DATA_DIR/documents, or by the Kubo node at IPFS_API_URL), and prints its CID.
//   npm run log -- schema FILE [--dry-run]   with --dry-run nothing is stored: for whoever hands the file to an operator
//   npm run log -- key submission FILE | checkpoint FILE   makes a key, keeps it in the file, prints what addKey takes
//   npm run log -- register FILE [--registrar FILE] [--officer FILE] [--rpc URL --deployment FILE]   puts the service that
//     a JSON file describes on the ledger: the registrar's steps, the officer's, or both; what is there stays
//   npm run log -- outbox [--json]   how the outbox in a service's database (OUTBOX_DATABASE_URL) stands: what waits, what
//     holds it up, what the log refused for good; ends with 1 when something needs a person
//   npm run log -- send FILE --key FILE [--url URL]        signs the record (or the list of records) in a JSON file, hands
//     it in to the running instance or to URL, and prints the answer: keep it, it is the promise. v, ts and subject may be
//     left out: 1, now, and null
// Ends with 0 when it is done, with 1 when it cannot be done or is refused, with 2 for wrong arguments.
import { ArgumentError } from "./platform/arguments.ts";
import { makeKey } from "./log/key.ts";
import { showOutbox } from "./log/outbox.ts";
import { registerService } from "./log/register.ts";
import { publishSchema } from "./log/schema.ts";
import { sendRecords } from "./log/send.ts";

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  schema: publishSchema,
  key: makeKey,
  outbox: showOutbox,
  register: registerService,
  send: sendRecords,
};
const [what = "", ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, what))
  throw new ArgumentError(`ไม่มีคำสั่ง “${what}” สำหรับบันทึก`, `“${what}” is nothing that can be done with a log`);
process.exitCode = await commands[what]!(args);
