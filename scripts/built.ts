// `built.ts SCRIPT [ARGUMENT …]`: makes what is generated where it is missing or stale, then runs the script. In a fresh
// clone no command needs another one before it.
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { buildContracts } from "./build/contracts.ts";
import { buildDecoders } from "./build/decoders.ts";
import { buildRooms } from "./build/rooms.ts";

const script = join(import.meta.dirname, process.argv[2]!);
buildRooms();
if (await buildContracts())
  console.error(`compiled the contracts for ${relative(import.meta.dirname, script)}`);
await buildDecoders();
process.argv.splice(1, 2, script);
await import(pathToFileURL(script).href);
