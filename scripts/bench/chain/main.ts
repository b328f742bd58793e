/**
 * Process that serves a recorded chain. Arguments: folder of the recording, number of blocks to show, port (0: any).
 * Tells its owner `{type: "ready", port}`; ends at SIGTERM, and when its owner does.
 */
import { Answers } from "./answer.ts";
import { Recording } from "./recording/reader.ts";
import { serveRecording } from "./server.ts";

const [folder, blocks, port] = process.argv.slice(2) as [string, string, string];
process.once("SIGTERM", () => process.exit(0));
process.once("disconnect", () => process.exit(0));
const recording = new Recording(folder, Number(blocks));
// A node has its chain at hand; what this process does for an answer is to be little beside what the indexer does.
recording.hold("blocks", "logs");
const answers = new Answers(recording);
answers.find();
const server = await serveRecording(answers, Number(port));
process.send?.({ type: "ready", port: server.port });
