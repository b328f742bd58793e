import { Transaction } from "ethers";
import { registrar } from "../../../scripts/demo/cast.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";

/** A signed transaction that the ledger takes at any time: the registrar renames an agency. */
export async function signedRenaming(
  { provider, deployment }: DemoFixture,
  nameEn: string,
  agency = 91001,
): Promise<string> {
  const registry = ledgerContract("AgencyRegistry", deployment, provider);
  const { nameTh } = await registry.agency(agency);
  const transaction = Transaction.from({
    type: 0,
    chainId: deployment.chainId,
    to: deployment.contracts["AgencyRegistry"]!.address,
    nonce: await provider.getTransactionCount(registrar.address),
    gasLimit: 1_000_000,
    gasPrice: 0,
    data: registry.interface.encodeFunctionData("renameAgency", [agency, nameTh, nameEn]),
  });
  transaction.signature = registrar.signingKey.sign(transaction.unsignedHash);
  return transaction.serialized;
}

/** Records it; the block it stands in. */
export async function rename(demo: DemoFixture, nameEn: string): Promise<number> {
  const hash = (await demo.provider.send("eth_sendRawTransaction", [
    await signedRenaming(demo, nameEn),
  ])) as string;
  const receipt = await demo.provider.waitForTransaction(hash);
  return receipt!.blockNumber;
}
