/**
 * The indexer process. Settings by environment: see settings.ts. Tells its owner `{type: "ready"}` when the mirror first
 * stands at the head, `{type: "head", block}` after each batch, `{type: "fatal", code, message, mend}` when it stops on an
 * error; ends at SIGTERM, and when its owner does.
 */
import pino from "pino";
import { ProngsaiError } from "../sdk/errors.ts";
import { DocumentReader } from "./documents/reader.ts";
import { follow } from "./mirror/follow.ts";
import { readIndexerSettings } from "./settings.ts";

const logger = pino(
  { name: "indexer", level: process.env.LOG_LEVEL ?? "info", timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ fd: 2, sync: true }),
);
const tell = (message: object) => process.connected && process.send!(message);
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
process.once("SIGINT", () => stop.abort());
process.once("disconnect", () => stop.abort());

try {
  const settings = readIndexerSettings(process.env);
  const documents = new DocumentReader(settings.databaseUrl, settings.documents, stop.signal);
  documents.on("problem", (error) => logger.warn({ code: codeOf(error) }, error.message));
  let ready = false;
  await follow({
    ...settings,
    signal: stop.signal,
    onRetry: (error) => logger.warn({ code: error.code }, error.message),
    onBatch: ({ block, head, events }) => {
      logger.debug({ block, head, events }, "written");
      tell({ type: "head", block });
    },
    onHead: (block) => {
      documents.wake();
      if (ready) return;
      ready = true;
      logger.info({ block }, "at the head of the chain");
      tell({ type: "ready" });
    },
  });
  await documents.stopped();
} catch (error) {
  const code = codeOf(error);
  const mend = error instanceof ProngsaiError ? error.mend : "read the indexer's log";
  const message = (error as Error).message;
  logger.fatal({ code, ...(error instanceof ProngsaiError ? {} : { error }) }, message);
  tell({ type: "fatal", code, message, mend });
  process.exitCode = 1;
} finally {
  stop.abort();
  if (process.connected) process.disconnect();
}

function codeOf(error: unknown): string {
  return error instanceof ProngsaiError ? error.code : "INDEX_FAILED";
}
