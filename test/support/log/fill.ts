/** Services of the catalogue logging on the demonstration's chain: busy, silent, at fault, and not yet begun. */
import { HDNodeWallet, keccak256, Mnemonic, toUtf8Bytes } from "ethers";
import { agencies, registrar } from "../../../scripts/demo/cast.ts";
import { findService } from "../../../sdk/log/catalogue/index.ts";
import { signPromises } from "../../../sdk/log/promise/signed.ts";
import { toHex } from "../../../sdk/hex.ts";
import { merkleRoot } from "../../../sdk/merkle.ts";
import type { DemoFixture } from "../demo-fixture.ts";
import { tellDays } from "./logged.ts";
import type { Told } from "./logged.ts";
import { act, FROM, ServiceLog, UNTIL } from "./service-log.ts";

const WITNESS = 1024;
const mnemonic = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
const wallet = (index: number) => HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${index}`);

/** Services by what they stand for in tests. */
export interface Logs {
  /** several anchors, two witnesses, an erased payload, a replaced entry */
  readonly busy: ServiceLog;
  readonly told: Told;
  /** was heard of once, long ago, and broke a promise */
  readonly silent: ServiceLog;
  /** registered, nothing logged */
  readonly quiet: ServiceLog;
  /** block of the last transaction */
  readonly block: number;
}

const named = (name: string) => findService(name)!;
const LONG_AGO = Date.UTC(2026, 6, 10, 3) / 1000;

/** @param now when the busy service logs, Unix seconds: its days end on the day before */
export async function fillLogs(demo: DemoFixture, now: number): Promise<Logs> {
  const { chain, provider } = demo;
  const log = (name: string, place: number) =>
    new ServiceLog(demo, named(name), { keeper: wallet(place), gateway: wallet(place + 1) });
  const busy = log("th.go.bangkok.complaints", 200);
  const silent = log("th.go.forest.sensors", 202);
  const quiet = log("th.go.nhso.pharmacy-pickup", 204);

  await chain.setClock(LONG_AGO);
  await silent.register();
  await silent.grow(tellDays(silent.service, "2026-07-07", 2).records);
  await breakPromise(demo, silent, wallet(203));
  await quiet.register(0);
  await busy.register();
  const witnesses = [
    { account: wallet(210), agency: agencies.audit.code },
    { account: wallet(211), agency: agencies.bureau.code },
  ];
  for (const { account, agency } of witnesses) {
    const tag = keccak256(toUtf8Bytes(`test witness ${agency}`));
    const args = [account.address, agency, WITNESS, FROM, UNTIL, tag];
    await act(demo, registrar, "AgencyRegistry", "enrolOfficer", args);
  }

  const day = new Date((now - 14 * 86_400) * 1000).toISOString().slice(0, 10);
  const told = tellDays(busy.service, day, 13);
  const { records } = told;
  const cuts = [0, 7, Math.floor(records.length / 2), records.length];
  await chain.setClock(now);
  for (let at = 1; at < cuts.length; at++) {
    await busy.grow(records.slice(cuts[at - 1], cuts[at]));
    if (at === 2) await busy.cosign(witnesses[1]!.account, witnesses[1]!.agency);
  }
  await busy.cosign(witnesses[0]!.account, witnesses[0]!.agency);
  return { busy, told, silent, quiet, block: await provider.getBlockNumber() };
}

/** A promise whose time is over and whose entries are not there, shown to the contract by a stranger. */
async function breakPromise(demo: DemoFixture, log: ServiceLog, gateway: HDNodeWallet): Promise<void> {
  const { chainId, contracts } = demo.deployment;
  const { timestamp } = (await demo.provider.getBlock("latest"))!;
  const issuedAt = timestamp - 1;
  const deadline = issuedAt + log.service.maximumMergeDelaySeconds;
  const statement = {
    service: log.id,
    firstIndex: log.size,
    count: 1,
    leavesRoot: toHex(merkleRoot([new Uint8Array(32).fill(7)])),
    issuedAt,
    deadline,
  };
  const domain = { chainId, verifyingContract: contracts["ActionLog"]!.address };
  const [signed] = signPromises(domain, [statement], gateway.privateKey);
  await demo.chain.setClock(deadline + 10);
  await act(demo, wallet(12), "ActionLog", "reportMissedDeadline", [signed]);
}
