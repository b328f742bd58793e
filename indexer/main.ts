/**
 * The indexer process. Settings by environment: see settings.ts. Tells its owner `{type: "ready"}` when the mirror first
 * stands at the head, `{type: "head", block}` after each batch, `{type: "warning", code, details}` when blocks that were read
 * are gone, `{type: "fatal", code, message, mend, texts}` when it stops on an error; ends at SIGTERM, and when its owner
 * does. Waits for a chain or a database that is away.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { endedBy, fatalMessage } from "../sdk/process-end.ts";
import { createLogger } from "../sdk/process-log.ts";
import type { DocumentReader } from "./documents/reader.ts";
import type { Details } from "../sdk/errors.ts";
import { codeOf, FatalError, RetryableError } from "./errors/index.ts";
import type { BlocksGone } from "./errors/index.ts";
import { follow } from "./mirror/follow.ts";
import { Progress } from "./progress.ts";
import { readIndexerSettings } from "./settings.ts";
import type { IndexerSettings } from "./settings.ts";

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

const logger = createLogger("indexer");
const tell = (message: object) => process.connected && process.send!(message);
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
process.once("SIGINT", () => stop.abort());
process.once("disconnect", () => stop.abort());

/** For the log, and for the owner to show. */
function warn(code: BlocksGone, details: Details): void {
  logger.warn({ code, ...details }, new FatalError(code, details).message);
  tell({ type: "warning", code, details });
}

let ready = false;
let pause = FIRST_PAUSE;

/** Follows until the process is told to stop. The deployment may be another one each time. */
async function run(): Promise<void> {
  const settings = readIndexerSettings(process.env);
  const ended = new AbortController();
  // Nothing is read from documents before the mirror stands at the head, and their libraries take long to load.
  let documents: DocumentReader | undefined;
  const progress = new Progress(performance.now());
  try {
    await follow({
      ...settings,
      signal: stop.signal,
      onRetry: (error) => logger.warn({ code: error.code }, error.message),
      onRebuild: (reason) => {
        const { code, message } = new FatalError("INDEX_REBUILD", { reason });
        logger.warn({ code }, message);
      },
      onShorter: (details) => warn("INDEX_CHAIN_SHORTER", details),
      onRollBack: (details) => warn("INDEX_ROLLED_BACK", details),
      onBatch: ({ block, head, events }) => {
        logger.debug({ block, head, events }, "written");
        const line = progress.batch({ block, head, events }, performance.now());
        if (line) logger.info(line, "reading the chain");
        tell({ type: "head", block });
      },
      onHead: async (block) => {
        pause = FIRST_PAUSE;
        if (!ready) {
          ready = true;
          logger.info({ block }, "at the head of the chain");
          tell({ type: "ready" });
        }
        documents ??= await openReader(settings, AbortSignal.any([stop.signal, ended.signal]));
        documents.wake();
      },
    });
  } finally {
    ended.abort();
    await documents?.stopped();
  }
}

async function openReader(settings: IndexerSettings, signal: AbortSignal): Promise<DocumentReader> {
  const { DocumentReader } = await import("./documents/reader.ts");
  const documents = new DocumentReader(settings.databaseUrl, await settings.openDocuments(), signal);
  documents.on("problem", (error) => logger.warn({ code: codeOf(error) }, error.message));
  return documents;
}

async function runAgain(): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      await run();
    } catch (error) {
      if (!helpsToBeginAgain(error)) throw error;
      logger.warn({ code: codeOf(error) }, (error as Error).message);
      await sleep(pause, undefined, { signal: stop.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}

/** The database is away or takes nothing for the moment, or the chain was begun anew. */
function helpsToBeginAgain(error: unknown): boolean {
  return error instanceof RetryableError || codeOf(error) === "INDEX_CHAIN_RESET";
}

try {
  await runAgain();
} catch (error) {
  const end = endedBy(error, codeOf(error));
  logger.fatal({ code: end.code, ...(end === error ? {} : { error }) }, end.message);
  tell(fatalMessage(end));
  process.exitCode = 1;
} finally {
  stop.abort();
  if (process.connected) process.disconnect();
}
