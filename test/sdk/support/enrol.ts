import { hexlify, randomBytes } from "ethers";
import { ledgerContract } from "../../../sdk/contracts.ts";
import type { TestChain } from "./chain.ts";

/** Enrols agencies 1 to `count` and an officer each; long Thai names make the events' data dynamic. */
export async function enrol(chain: TestChain, count: number) {
  const registry = ledgerContract("AgencyRegistry", chain.deployment, chain.signer);
  for (let code = 1; code <= count; code++) {
    const name = `สำนักงานทดสอบ${"ย".repeat(code * 7)}`;
    await (await registry.enrolAgency(code, name, `Test office ${code}`, 10)).wait();
    const account = hexlify(randomBytes(20));
    await (await registry.enrolOfficer(account, code, 1, 0, 2n ** 64n - 1n, hexlify(randomBytes(32)))).wait();
  }
  return registry;
}
