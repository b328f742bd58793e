// The chain process: replays what was recorded, then serves JSON-RPC until its owner stops it or dies.
import { join } from "node:path";
import { ProngsaiError } from "../../sdk/errors.ts";
import { endedBy, fatalMessage } from "../../sdk/process-end.ts";
import { describeError, platformError } from "../platform/errors.ts";
import { tryLock } from "../platform/lock.ts";
import { createLogger } from "../../sdk/process-log.ts";
import { Ledger } from "./ledger.ts";
import type { ChainArguments, ChainCommand, ChainMessage } from "./messages.ts";
import { serve, type ChainServer } from "./server.ts";

const { directory, genesis, clock, port } = JSON.parse(process.argv[2]!) as ChainArguments;
const logger = createLogger("chain");
const tell = (message: ChainMessage) => process.connected && process.send!(message);

function fail(error: unknown): never {
  logger.fatal(describeError(error));
  if (!process.connected) process.exit(1);
  process.send!(fatalMessage(endedBy(error, "CHAIN_FAILED")), () => process.exit(1));
  // The channel may be full or broken; the process must end in any case.
  setTimeout(() => process.exit(1), 1_000).unref();
  return undefined as never;
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
// Until it serves, the process may end at any moment: everything that counts is on the disk.
const leave = () => process.exit(0);
process.on("disconnect", leave);
// The owner may have died while this process was loading, when nobody listened.
if (!process.connected) leave();
process.on("SIGTERM", leave);
// Ctrl-C reaches the whole terminal group; the owner decides when the chain stops.
process.on("SIGINT", () => undefined);

async function run(): Promise<void> {
  if (!tryLock(join(directory, "lock"))) throw platformError("CHAIN_IN_USE", { directory });
  const { ledger, replay } = await Ledger.open(join(directory, "log"), genesis, clock);
  const server = await serveOn(ledger, port);
  logger.info({ ...replay, port: server.port }, "serving");

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await ledger.close();
    await server.close();
    logger.info("stopped");
    process.exit(0);
  };
  const command = async (message: ChainCommand) => {
    if ("stop" in message) return await stop();
    try {
      await ledger.setClock(message.clock);
      tell({ type: "done", id: message.id });
    } catch (error) {
      if (!(error instanceof ProngsaiError)) throw error;
      tell({ type: "failed", id: message.id, code: error.code, texts: error.texts });
    }
  };
  process.on("message", (message) => void command(message as ChainCommand));
  process.off("disconnect", leave).on("disconnect", () => void stop());
  process.off("SIGTERM", leave).on("SIGTERM", () => void stop());
  tell({ type: "ready", port: server.port, chainId: ledger.genesis.chainId, clock: ledger.clock, replay });
}

async function serveOn(ledger: Ledger, wanted: number): Promise<ChainServer> {
  try {
    return await serve(ledger, wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return await serve(ledger, 0);
  }
}

await run().catch(fail);
