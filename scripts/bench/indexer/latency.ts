import { HDNodeWallet, JsonRpcProvider, Mnemonic, NonceManager } from "ethers";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { deployLedger } from "../../deploy/index.ts";
import { startChain } from "../../platform/chain.ts";
import { call, paper } from "../chain/calls.ts";
import type { Call } from "../chain/calls.ts";
import { accountsFor, castOf, enrolments } from "../chain/cast.ts";
import { untilReady } from "./backfill.ts";
import { end, startIndexer } from "./processes.ts";
import type { Database } from "./processes.ts";

const PHRASE = "test test test test test test test test test test test junk";
const DAY = 86_400;
/** Fiscal year of the drafts, Buddhist era. */
const YEAR = 2570;

/**
 * Milliseconds from handing a signed transaction to the live embedded chain until a SELECT on another connection finds
 * the row of its project, one for each of `times` transactions.
 */
export async function measureLatency(database: Database, folder: string, times: number): Promise<number[]> {
  const chain = await startChain({ directory: join(folder, "chain") });
  const provider = new JsonRpcProvider(chain.rpcUrl, chain.chainId, {
    staticNetwork: true,
    pollingInterval: 20,
    cacheTimeout: -1,
  });
  const mnemonic = Mnemonic.fromPhrase(PHRASE);
  const wallets = Array.from({ length: accountsFor(1) }, (_, i) =>
    HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${i}`).connect(provider),
  );
  const cast = castOf(
    wallets.map(({ address }) => address),
    1,
  );
  const client = new pg.Client({ connectionString: database.url });
  try {
    const deployment = await deployLedger(new NonceManager(wallets[0]!), {
      consortium: { members: cast.voters, votingDelay: 3_600, votingPeriod: DAY, executionDelay: 2 * DAY },
      registrar: { account: cast.registrar, executionDelay: 0 },
    });
    const nonces = new Map<string, number>();
    const sign = async ({ from, to, data }: Call) => {
      const nonce = nonces.get(from) ?? (await provider.getTransactionCount(from));
      nonces.set(from, nonce + 1);
      const fields = { type: 0, chainId: chain.chainId, gasPrice: 0, gasLimit: 3_000_000, nonce, data };
      const target = { to: deployment.contracts[to]!.address };
      return await wallets.find(({ address }) => address === from)!.signTransaction({ ...fields, ...target });
    };
    const submit = (signed: string) => provider.send("eth_sendRawTransaction", [signed]) as Promise<string>;

    const [agency] = cast.agencies;
    const now = Math.floor(Date.now() / 1000) - DAY;
    const names = ["หน่วยงานทดสอบ", "Measured agency"];
    const registry = "AgencyRegistry";
    await submit(
      await sign(call(cast.registrar, registry, "enrolAgency", agency!.code, ...names, agency!.province)),
    );
    for (const { account, duties, personTag } of enrolments(cast).filter(
      (one) => one.agency === agency!.code,
    )) {
      const period = [now, now + 365 * DAY];
      await submit(
        await sign(
          call(cast.registrar, registry, "enrolOfficer", account, agency!.code, duties, ...period, personTag),
        ),
      );
    }

    const { child, log } = startIndexer({
      folder,
      rpcUrl: chain.rpcUrl,
      wsUrl: chain.wsUrl,
      databaseUrl: database.url,
      deployment,
      dataDir: folder,
    });
    await untilReady(child, log);
    await client.connect();
    const milliseconds: number[] = [];
    for (let i = 0; i < times; i++) {
      const brief = paper(`brief ${i}`, now);
      const drafted = call(agency!.recorder, "BudgetProjects", "draftProject", agency!.code, YEAR, brief, []);
      const signed = await sign(drafted);
      const started = performance.now();
      const sent = submit(signed);
      await visible(client, brief.cid);
      milliseconds.push(performance.now() - started);
      await sent;
      await sleep((i * 7) % 50);
    }
    await end(child);
    return milliseconds;
  } finally {
    provider.destroy();
    await client.end().catch(() => undefined);
    await chain.stop();
  }
}

/** Asks as fast as answers come until the project with this brief is there. */
async function visible(client: pg.Client, cid: string): Promise<void> {
  const query = "SELECT code FROM mirror.project WHERE brief_cid = $1";
  const deadline = performance.now() + 30_000;
  while ((await client.query(query, [Buffer.from(cid.slice(2), "hex")])).rowCount === 0) {
    if (performance.now() > deadline) throw new Error("a transaction's row was not there after 30 s");
    await sleep(1);
  }
}
