// `npm run verify`: builds the mirror a second time from chain and documents, and compares every row and every journal.
// `npm run verify -- FILE`: makes the check of an evidence file once more, without the website that it is about.
//   npm run verify [-- --json]                while an instance runs, or with DATABASE_URL and RPC_URL set
//   npm run verify -- receipt FILE | bundle FOLDER | consistency FILE [--trust FILE] [--lang th|en]   without any network
//   npm run verify -- trust RECEIPT [--rpc URL --directory 0x…] [--out trust.json]   asks a node once what to believe
//   npm run verify -- promise ANSWER [--report]   whether what the intake promised was kept; puts it on record if not
//   npm run verify -- FILE [--rpc URL]        asks the node at URL, or the one that was asked before
// Ends with 0 when everything is equal or holds, with 1 when something differs; of logs with 2 when it cannot be checked.
import { isLogCommand } from "./verify/log/command.ts";

const args = process.argv.slice(2);
if (args[0] === "trust") {
  const { writeTrust } = await import("./verify/trust/run.ts");
  process.exitCode = await writeTrust(args.slice(1));
} else if (args[0] === "promise") {
  const { verifyPromise } = await import("./verify/promise/run.ts");
  process.exitCode = await verifyPromise(args.slice(1));
} else if (isLogCommand(args)) {
  const { verifyLog } = await import("./verify/log/run.ts");
  process.exitCode = await verifyLog(args);
} else {
  const { verifyLedger } = await import("./verify/ledger.ts");
  process.exitCode = await verifyLedger(args);
}
