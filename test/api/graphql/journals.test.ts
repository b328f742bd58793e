import { expect } from "chai";
import pg from "pg";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { registerNames } from "../../../sdk/registers.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";

interface Journal {
  contract: string;
  address: string;
  count: number;
  root: string;
  block: number;
  onChainCount: number;
  onChainRoot: string;
  matches: boolean;
  verifiedAt: string;
}

const FIELDS = "contract address count root block onChainCount onChainRoot matches verifiedAt";

describe("journals", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let client: pg.Client;
  // A mirror of its own: these tests alter it.
  before(async () => {
    api = await startApi();
    client = new pg.Client({ connectionString: api.mirror.database.url });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await api.stop();
  });

  let asked = 0;
  // Each question another one: the API may remember its answers while the index stands still.
  const journals = async () =>
    (await api.ask<{ journals: Journal[] }>(`query Q${asked++} { journals { ${FIELDS} } }`)).data!.journals;
  const differing = async () =>
    (await journals()).filter(({ matches }) => !matches).map(({ contract }) => contract);

  it("of every register equal what its contract answers", async () => {
    const found = await journals();
    expect(found.map(({ contract }) => contract)).to.have.members([...registerNames]);
    const { deployment, provider } = api.mirror.demo;
    for (const { contract, address, count, root, onChainCount, onChainRoot, matches, block } of found) {
      expect(address).to.equal(deployment.contracts[contract]!.address);
      const kept = ledgerContract(contract as "BudgetLines", deployment, provider);
      const { root: chainRoot, count: chainCount } = await kept.journal({ blockTag: block });
      expect([root, BigInt(count)], contract).to.deep.equal([chainRoot, chainCount]);
      expect([onChainRoot, BigInt(onChainCount)]).to.deep.equal([chainRoot, chainCount]);
      expect(matches).to.equal(true);
    }
  });

  for (const [what, alter] of [
    ["an altered root", "UPDATE mirror.journal SET root = sha256(root) WHERE contract = 'BudgetLines'"],
    ["an altered count", "UPDATE mirror.journal SET count = count + 1 WHERE contract = 'BudgetLines'"],
    [
      "an event that was removed from the end",
      "DELETE FROM mirror.event WHERE (block, log_index) = (SELECT block, log_index FROM mirror.event WHERE contract = 'BudgetLines' ORDER BY journal_index DESC LIMIT 1)",
    ],
    [
      "an event that was folded otherwise",
      "UPDATE mirror.event SET journal_root = sha256(journal_root) WHERE contract = 'BudgetLines'",
    ],
  ] as const) {
    it(`show ${what}, whatever the index once found`, async () => {
      await client.query("CREATE TABLE kept_journal AS SELECT * FROM mirror.journal");
      await client.query("CREATE TABLE kept_event AS SELECT * FROM mirror.event");
      try {
        await client.query(alter);
        expect(await differing()).to.deep.equal(["BudgetLines"]);
      } finally {
        await client.query("TRUNCATE mirror.journal; INSERT INTO mirror.journal SELECT * FROM kept_journal");
        await client.query("TRUNCATE mirror.event; INSERT INTO mirror.event SELECT * FROM kept_event");
        await client.query("DROP TABLE kept_journal, kept_event");
      }
      expect(await differing()).to.deep.equal([]);
    });
  }
});
