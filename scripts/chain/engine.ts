import { network } from "hardhat";
import { DEMO_CHAIN_ID, type Genesis } from "./genesis.ts";

export interface Engine {
  request(method: string, params?: unknown[]): Promise<unknown>;
  /** Calls back with `{subscription, result}` of every eth_subscribe notification. */
  onNotification(listener: (notification: Notification) => void): void;
  close(): Promise<void>;
}

export interface Notification {
  subscription: string;
  result: unknown;
}

/** Opens Hardhat's EVM in this process: one block for each transaction, zero gas price, every parameter given. */
export async function openEngine(genesis: Genesis): Promise<Engine> {
  const connection = await network.create({
    network: "default",
    override: {
      chainId: genesis.chainId,
      hardfork: genesis.hardfork,
      initialDate: new Date(genesis.time * 1000),
      blockGasLimit: genesis.blockGasLimit,
      gasPrice: 0,
      initialBaseFeePerGas: 0,
      allowBlocksWithSameTimestamp: false,
      mining: { auto: true, interval: 0 },
      // As geth does: a reverted transaction is mined and its hash returned; its receipt says that it failed.
      throwOnTransactionFailures: false,
      throwOnCallFailures: true,
      loggingEnabled: false,
      // Well-known demonstration keys have funds on the demonstration chain only; nobody pays gas anywhere.
      ...(genesis.chainId === DEMO_CHAIN_ID ? {} : { accounts: [] }),
    },
  });
  const { provider } = connection;
  return {
    request: (method, params = []) => provider.request({ method, params }),
    onNotification: (listener) => {
      provider.on("notification", listener as (...args: unknown[]) => void);
    },
    close: () => connection.close(),
  };
}
