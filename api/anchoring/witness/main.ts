/**
 * The process of a witness agency: verifies every new anchor from chain and documents, and cosigns it. Settings by
 * environment: settings.ts. Tells its owner `{type: "ready"}` before its
 * first look and `{type: "fatal", code, message, mend, texts}` when it stops on an error; ends at SIGTERM, and when its owner
 * does.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { RpcError } from "../../../sdk/rpc.ts";
import { endedBy, fatalMessage } from "../../../sdk/process-end.ts";
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
  if (!stop.signal.aborted) {
    const end = endedBy(error, "LOG_WITNESS_FAILED");
    logger.fatal({ code: end.code, mend: end.mend, ...(end === error ? {} : { error }) }, end.message);
    tell(fatalMessage(end));
    process.exitCode = 1;
  }
} finally {
  if (process.connected) process.disconnect();
}
