/**
 * The process of a witness agency: verifies every new anchor from chain and documents, and cosigns it. Settings by
 * environment: settings.ts. Tells its owner `{type: "ready"}` before its
 * first look and `{type: "fatal", code, message, mend}` when it stops on an error; ends at SIGTERM, and when its owner does.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import { createLogger } from "../../../sdk/process-log.ts";
import { ActionLogChain } from "../chain/action-log.ts";
import { Sender } from "../chain/sender.ts";
import { readAccountKey } from "../../keys/account-key.ts";
import { AnchorHistory } from "./history.ts";
import { agencyOf, requireTransactions } from "./ledger.ts";
import { readWitnessSettings } from "./settings.ts";
import { Witness } from "./witness.ts";

const logger = createLogger("witness");
const tell = (message: object) => process.connected && process.send!(message);
const stop = new AbortController();
for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(event, () => stop.abort());

async function open(): Promise<{ witness: Witness; interval: number }> {
  const { rpcUrl, deployment, documents, keyFile, interval } = readWitnessSettings(process.env);
  const { chainId } = deployment;
  const wallet = readAccountKey("WITNESS_KEY_FILE", keyFile, chainId);
  const chain = new ActionLogChain(rpcUrl, deployment);
  await chain.requireOwnChain(stop.signal);
  await requireTransactions(chain.rpc, wallet.address, stop.signal);
  const agency = await agencyOf(chain.rpc, deployment, wallet.address, stop.signal);
  const sender = new Sender(chain, wallet, chainId);
  const history = new AnchorHistory(chain.rpc, chain.address, deployment.contracts["ActionLog"]!.block);
  return { witness: new Witness({ chain, history, sender, agency, documents, logger }), interval };
}

try {
  const { witness, interval } = await open();
  tell({ type: "ready" });
  while (!stop.signal.aborted) {
    try {
      await witness.look(stop.signal);
    } catch (error) {
      if (stop.signal.aborted) break;
      if (!(error instanceof RpcError)) throw error;
      logger.warn({ code: error.code }, error.message);
    }
    await sleep(interval * 1_000, undefined, { signal: stop.signal }).catch(() => undefined);
  }
} catch (error) {
  const isKnown = error instanceof ProngsaiError;
  const code = isKnown ? error.code : "LOG_WITNESS_FAILED";
  const { message } = error as Error;
  if (!stop.signal.aborted) {
    const mend = isKnown ? error.mend : "read the witness's log";
    logger.fatal({ code, mend, ...(isKnown ? {} : { error }) }, message);
    tell({ type: "fatal", code, message, mend });
    process.exitCode = 1;
  }
} finally {
  if (process.connected) process.disconnect();
}
