// `npm run audit`: checks a ledger from its chain and documents alone; trusts no index, API or database.
//   npm run audit                             while an instance runs
//   npm run audit -- --rpc URL --directory 0x… (or --deployment FILE) --documents FOLDER (or --ipfs URL, or --no-documents)
//                    [--api URL] [--block N] [--fast] [--json]
//   npm run audit -- log [… as above] [--payloads FOLDER]   the action logs alone, with what an API tells of
//                                                           them, and with an agency's private payloads
// Ends with 0 when nothing was found, with 1 when something was, with 2 when not everything could be checked.
import type { PartResult } from "./audit/part.ts";
import { buildContracts } from "./build/contracts.ts";
import { describeError } from "./platform/errors.ts";

const clear = () => process.stderr.isTTY && process.stderr.write("\r\x1b[K");
let shown = 0;

try {
  await buildContracts();
  // What is read below is compiled from the contracts, so it is loaded when they are built.
  const { readCommand } = await import("./audit/command.ts");
  const { audit } = await import("./audit/run.ts");
  const { exitCodes, progressLine, reportText } = await import("./audit/print.ts");
  const { request, json } = await readCommand(process.argv.slice(2));
  const report = await audit({
    ...request,
    progress: (part: PartResult, done: boolean) => {
      if (done && !process.stderr.isTTY) process.stderr.write(`${progressLine(part)}\n`);
      if (!process.stderr.isTTY || performance.now() - shown < 100) return;
      shown = performance.now();
      process.stderr.write(`\r\x1b[K${progressLine(part).slice(0, process.stderr.columns - 1)}`);
    },
  });
  clear();
  console.log(json ? JSON.stringify(report, undefined, 2) : reportText(report));
  process.exitCode = exitCodes[report.verdict];
} catch (error) {
  clear();
  console.error(describeError(error));
  process.exitCode = 2;
}
