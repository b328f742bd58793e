// `built.ts SCRIPT [ARGUMENT …]`: makes what is generated where it is missing or stale, then runs the script. In a fresh
// clone no command needs another one before it.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { buildContracts } from "./build/contracts.ts";
import { buildDecoders } from "./build/decoders.ts";
import { buildRooms } from "./build/rooms.ts";
import { ArgumentError, isArgumentError, usageOf } from "./platform/arguments.ts";

const script = join(import.meta.dirname, process.argv[2]!);
const usage = () => usageOf(readFileSync(script, "utf8"));
if (process.argv.slice(3).some((word) => word === "--help" || word === "-h")) {
  console.log(usage());
  process.exit(0);
}
buildRooms();
if (await buildContracts())
  console.error(`compiled the contracts for ${relative(import.meta.dirname, script)}`);
await buildDecoders();
process.argv.splice(1, 2, script);
try {
  await import(pathToFileURL(script).href);
} catch (error) {
  if (!isArgumentError(error)) throw error;
  const said = error instanceof ArgumentError ? error.message : `อ่านคำสั่งไม่ได้\n${error.message}`;
  console.error(`${said}\n\n${usage()}`);
  process.exitCode = 2;
}
