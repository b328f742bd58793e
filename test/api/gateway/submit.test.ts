import { expect } from "chai";
import { encodeBytes32String, Transaction, Wallet, ZeroHash, type HDNodeWallet } from "ethers";
import { cast, registrar } from "../../../scripts/demo/cast.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { flagTypes } from "../../support/flags.ts";

/** A line of the municipality that is open at the end of the demonstration; everything on it is allotted. */
const LINE = 12n;

const SUBMIT = `mutation ($signed: Hex!, $wait: Boolean) {
  submitTransaction(signed: $signed, wait: $wait) { txHash block succeeded }
}`;

interface Submitted {
  submitTransaction: { txHash: string; block: number | null; succeeded: boolean | null };
}

describe("handing in signed transactions", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  const officer = cast.town.budget.wallet;

  before(async () => {
    // A chain of its own: these tests write.
    api = await startApi();
  });

  after(() => api.stop());

  const lines = () => ledgerContract("BudgetLines", api.mirror.demo.deployment, api.mirror.demo.provider);
  const blockNumber = () => api.mirror.demo.provider.getBlockNumber();
  const submit = (signed: string, wait = true) => api.ask<Submitted>(SUBMIT, { signed, wait });

  async function signedBy(wallet: HDNodeWallet | Wallet, changes: object = {}): Promise<string> {
    const { provider, deployment } = api.mirror.demo;
    const data = lines().interface.encodeFunctionData("allot", [LINE, 1n]);
    const transaction = Transaction.from({
      type: 0,
      chainId: deployment.chainId,
      to: deployment.contracts["BudgetLines"]!.address,
      nonce: await provider.getTransactionCount(wallet.address),
      gasLimit: 1_000_000,
      gasPrice: 0,
      data,
      ...changes,
    });
    transaction.signature = wallet.signingKey.sign(transaction.unsignedHash);
    return transaction.serialized;
  }

  async function refusal(signed: string) {
    const before = await blockNumber();
    const { errors } = await submit(signed);
    expect(await blockNumber(), "nothing reaches the chain").to.equal(before);
    expect(errors).to.have.length(1);
    return errors![0]!.extensions as unknown as {
      code: string;
      details: Record<string, unknown>;
      texts: Record<"th" | "en", Record<"what" | "why" | "mend", string>>;
    };
  }

  it("answers what a contract would refuse with its own error in both languages, and relays nothing", async () => {
    const { code, texts, details } = await refusal(
      await signedBy(officer, {
        data: lines().interface.encodeFunctionData("allot", [LINE, 10n ** 15n]),
      }),
    );
    expect(code).to.match(/^BudgetLines/);
    expect(Object.keys(details)).not.to.deep.equal([]);
    for (const language of ["th", "en"] as const)
      for (const part of ["what", "why", "mend"] as const)
        expect(texts[language][part]).to.be.a("string").and.not.equal("");
  });

  it("tells an error without values as well, where the development chain finds no line of the sources", async () => {
    const data = lines().interface.encodeFunctionData("allot", [LINE, 0n]);
    expect((await refusal(await signedBy(officer, { data }))).code).to.equal("BudgetLinesAmountZero");
  });

  it("refuses a stranger with the contract's error", async () => {
    const { code } = await refusal(await signedBy(Wallet.createRandom()));
    expect(code).to.match(/^(AgencyRegistry|Budget)/);
  });

  const elsewhere = "0x000000000000000000000000000000000000dEaD";
  for (const [what, changes, code] of [
    ["another chain", { chainId: 1 }, "GATEWAY_OTHER_CHAIN"],
    ["an address that is no contract of the ledger", { to: elsewhere }, "GATEWAY_NOT_LEDGER"],
    ["a new contract", { to: null }, "GATEWAY_NOT_LEDGER"],
    ["coins", { value: 1 }, "GATEWAY_CARRIES_VALUE"],
    ["a number that is used", { nonce: 0 }, "GATEWAY_NONCE"],
    ["a number that is not due", { nonce: 9_999 }, "GATEWAY_NONCE"],
  ] as const) {
    it(`refuses ${what} as ${code}`, async () => {
      expect((await refusal(await signedBy(officer, changes))).code).to.equal(code);
    });
  }

  it("refuses a call that only reads, which would fill blocks for nothing", async () => {
    const data = lines().interface.encodeFunctionData("journal");
    const { code } = await refusal(await signedBy(Wallet.createRandom(), { data }));
    expect(code).to.equal("GATEWAY_ONLY_READS");
  });

  /** Anybody's flag on a project, as a transaction of its own. */
  async function flagNaming(rule: string): Promise<string> {
    const { deployment, provider } = api.mirror.demo;
    const flags = ledgerContract("BudgetFlags", deployment, provider);
    const citizen = Wallet.createRandom();
    const { timestamp } = (await provider.getBlock("latest"))!;
    const payload = {
      ...{ code: encodeBytes32String("TH-2568-91001-000001-58"), rule: encodeBytes32String(rule) },
      ...{ statement: { cid: "0x", digest: ZeroHash, date: 0 }, nonce: 0n, deadline: timestamp + 3_600 },
    };
    const to = deployment.contracts["BudgetFlags"]!.address;
    const { chainId } = deployment;
    const domain = { name: "Prongsai Flags", version: "1", chainId, verifyingContract: to };
    const signature = await citizen.signTypedData(domain, flagTypes, payload);
    const data = flags.interface.encodeFunctionData("raiseFlag", [payload, citizen.address, signature]);
    return signedBy(Wallet.createRandom(), { to, data });
  }

  it("takes a citizen's flag that names a published rule, and none that names anything else", async () => {
    for (const rule of ["1101700207366", "MAYOR-SOMCHAI-K", "Split-purchase"])
      expect((await refusal(await flagNaming(rule))).code, rule).to.equal("GATEWAY_FLAG_RULE");
    const { data } = await submit(await flagNaming("split-purchase"));
    expect(data?.submitTransaction.succeeded).to.equal(true);
  });

  it("shows nobody what stands in place of a rule in a flag that came another way", async () => {
    const { provider } = api.mirror.demo;
    const { hash } = await provider.broadcastTransaction(await flagNaming("1101700207366"));
    const { blockNumber: block } = (await provider.waitForTransaction(hash))!;
    const asked = async () =>
      api.ask<{ _meta: { block: number }; flags: { nodes: { rule: string }[] } }>(`{ _meta { block }
        flags(first: 1) { nodes { rule } } events(first: 5, name: ["FlagRaised"]) { nodes { text { th en } args { name value } } }
        transaction(hash: "${hash}") { args { name value } events { text { th en } args { value } } } }`);
    let answer = await asked();
    while (answer.data!._meta.block < block) answer = await asked();
    expect(answer.data!.flags.nodes).to.deep.equal([{ rule: "unknown" }]);
    expect(JSON.stringify(answer)).to.include("unknown").and.not.include("1101700207366");
  });

  it("refuses types that do more than call: blobs, and code for the signer's account (EIP-7702)", async () => {
    const { provider, deployment } = api.mirror.demo;
    const address = deployment.contracts["BudgetLines"]!.address;
    const nonce = await provider.getTransactionCount(officer.address);
    const fees = { maxFeePerGas: 0, maxPriorityFeePerGas: 0, gasPrice: null };
    const allowed = await renaming();
    const { data, to } = Transaction.from(allowed);
    const delegation = officer.authorizeSync({ address, nonce: nonce + 1, chainId: deployment.chainId });
    for (const [type, changes] of [
      [3, { maxFeePerBlobGas: 1, blobVersionedHashes: [`0x01${"00".repeat(31)}`] }],
      [4, { authorizationList: [delegation] }],
    ] as const) {
      const signed = await signedBy(registrar, { to, data, ...fees, type, ...changes });
      const { code, details } = await refusal(signed);
      expect({ code, details }).to.deep.equal({ code: "GATEWAY_TYPE", details: { type: String(type) } });
    }
    expect(await provider.getCode(officer.address), "no code stands at an officer's account").to.equal("0x");
  });

  for (const [what, signed] of [
    ["bytes that are no transaction", "0x00"],
    ["half a transaction", "0xf86c0a85"],
  ] as const) {
    it(`refuses ${what} as GATEWAY_MALFORMED`, async () => {
      expect((await refusal(signed)).code).to.equal("GATEWAY_MALFORMED");
    });
  }

  /** Something that the ledger takes at any time. */
  async function renaming(): Promise<string> {
    const { provider, deployment } = api.mirror.demo;
    const registry = ledgerContract("AgencyRegistry", deployment, provider);
    const { nameTh, nameEn } = await registry.agency(91001);
    return signedBy(registrar, {
      to: deployment.contracts["AgencyRegistry"]!.address,
      data: registry.interface.encodeFunctionData("renameAgency", [91001, nameTh, nameEn]),
    });
  }

  it("relays what the ledger takes, once, however often it is sent", async () => {
    const signed = await renaming();
    const before = await blockNumber();
    const first = (await submit(signed)).data!.submitTransaction;
    expect(first).to.deep.equal({
      txHash: Transaction.from(signed).hash,
      block: before + 1,
      succeeded: true,
    });
    expect((await submit(signed)).data!.submitTransaction).to.deep.equal(first);
    expect(await blockNumber()).to.equal(before + 1);
  });

  it("takes the same over REST", async () => {
    const signed = await renaming();
    const response = await fetch(`${api.url}/v1/transactions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ signed }),
    });
    expect(response.status).to.equal(201);
    const { data } = (await response.json()) as { data: { txHash: string } };
    expect(data.txHash).to.equal(Transaction.from(signed).hash);
    await api.mirror.reaches(await blockNumber());
    const seen = await api.ask<{ transaction: { succeeded: boolean } | null }>(
      `query ($hash: Bytes32!) { transaction(hash: $hash) { succeeded } }`,
      { hash: data.txHash },
    );
    expect(seen.data?.transaction?.succeeded).to.equal(true);
  });
});
