/**
 * The process of a witness agency: verifies every new anchor from chain and documents, and cosigns it. Settings by
 * environment: those of settings.ts that reading needs, WITNESS_KEY_FILE (key of an officer with the duty WITNESS) and
 * WITNESS_INTERVAL (seconds from one look to the next, 60 by default). Tells its owner `{type: "ready"}` before its
 * first look and `{type: "fatal", code, message, mend}` when it stops on an error; ends at SIGTERM, and when its owner does.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { JsonRpcProvider } from "ethers";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import { createLogger } from "../../../sdk/process-log.ts";
import { ActionLogChain } from "../chain/action-log.ts";
import { Sender } from "../chain/sender.ts";
import { anchoringError } from "../errors/anchoring-error.ts";
import { readAccountKey } from "../../keys/account-key.ts";
import { given, readLedgerSettings } from "../settings.ts";
import { AnchorHistory } from "./history.ts";
import { Witness } from "./witness.ts";

const logger = createLogger("witness");
const tell = (message: object) => process.connected && process.send!(message);
const stop = new AbortController();
for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(event, () => stop.abort());

async function open(): Promise<{ witness: Witness; interval: number }> {
  const { rpcUrl, deployment, documents } = readLedgerSettings(process.env);
  const interval = Number(process.env.WITNESS_INTERVAL || 60);
  if (!(interval > 0)) throw anchoringError("LOG_ANCHOR_SETTING", { name: "WITNESS_INTERVAL" });
  const { chainId } = deployment;
  const wallet = readAccountKey("WITNESS_KEY_FILE", given(process.env, "WITNESS_KEY_FILE"), chainId);
  const chain = new ActionLogChain(rpcUrl, deployment);
  await chain.requireOwnChain(stop.signal);
  const provider = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true });
  const registry = ledgerContract("AgencyRegistry", deployment, provider);
  const agency = Number((await registry.officer(wallet.address)).agency);
  provider.destroy();
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
    logger.fatal({ code, ...(isKnown ? {} : { error }) }, message);
    tell({ type: "fatal", code, message, mend: isKnown ? error.mend : "read the witness's log" });
    process.exitCode = 1;
  }
} finally {
  if (process.connected) process.disconnect();
}
