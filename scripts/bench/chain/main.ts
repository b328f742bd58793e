/**
 * Process that serves a recorded chain. Arguments: folder of the recording, number of blocks to show, port (0: any).
 * Tells its owner `{type: "ready", port}`; ends at SIGTERM, and when its owner does.
 */
import { Answers } from "./answer.ts";
import { Recording } from "./recording.ts";
import { serveRecording } from "./server.ts";

const [folder, blocks, port] = process.argv.slice(2) as [string, string, string];
process.once("SIGTERM", () => process.exit(0));
process.once("disconnect", () => process.exit(0));
const server = await serveRecording(new Answers(new Recording(folder, Number(blocks))), Number(port));
process.send?.({ type: "ready", port: server.port });
