/** Steps of a service's life on the test ledger, each by whoever may take it. */
import { encodeBytes32String, id, sha256, toUtf8Bytes, type ContractTransactionResponse } from "ethers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { ActionLog } from "../../../sdk/generated/types/index.ts";
import { cidOf } from "../document.ts";
import { FOREVER, ledger, networkHelpers, START, type Ledger } from "../ledger.ts";
import { AGENCY, OTHER_AGENCY, type PersonName } from "../people.ts";
import { extension, leaves, rootOf } from "./leaves.ts";
import { promising, signGroup, type Signed } from "./promise.ts";

export const SERVICE = "th.go.first.complaints";
export const OTHER_SERVICE = "th.go.second.sensors";
export const [HEARTBEAT, DELAY] = [3_600, 60];
export const SCHEMA = cidOf(id("schema"));
export const [ED25519, P256] = [0, 1];
export const [SUBMISSION, CHECKPOINT] = [0, 1];
export const END = START + FOREVER;

export interface ServiceInput {
  name: string;
  agency: number;
  titleTh: string;
  titleEn: string;
  heartbeatInterval: number;
  maxMergeDelay: number;
}

export const serviceInput = (change: Partial<ServiceInput> = {}): ServiceInput => ({
  name: SERVICE,
  agency: AGENCY,
  titleTh: "เรื่องร้องเรียน",
  titleEn: "Complaints",
  heartbeatInterval: HEARTBEAT,
  maxMergeDelay: DELAY,
  ...change,
});

/** An Ed25519 key with which a writer hands in actions; another text gives another one. */
export const submissionKey = (text = "key") => ({
  use: SUBMISSION,
  algorithm: ED25519,
  submitter: encodeBytes32String("desk-1"),
  publicKey: id(text),
  validFrom: START,
  validUntil: END,
});

export const bundleOf = (size: number): string => sha256(toUtf8Bytes(`bundle ${size}`));

/** The action log as somebody sees it, and shortcuts. */
export class LogOffice {
  readonly on: Ledger;

  constructor(on: Ledger) {
    this.on = on;
  }

  /** The log as an officer, a gateway (by its number) or the registrar calls it. */
  as(whom: PersonName | number | "registrar"): ActionLog {
    const { log, registrar, gateways, officers } = this.on;
    const account =
      whom === "registrar" ? registrar : typeof whom === "number" ? gateways[whom]! : officers[whom];
    return log.connect(account) as ActionLog;
  }

  gateway(number: number): HardhatEthersSigner {
    return this.on.gateways[number]!;
  }

  async register(change: Partial<ServiceInput> = {}): Promise<string> {
    const input = serviceInput(change);
    await this.as("registrar").registerService(input);
    return id(input.name);
  }

  /** Anchors the first `to` leaves of a story over the first `from`. */
  async anchor(
    service: string,
    from: number,
    to: number,
    { gateway = 0, story = "log" } = {},
  ): Promise<ContractTransactionResponse> {
    return this.anchorList(service, from, leaves(to, story), gateway);
  }

  /** Anchors a log of these leaves over its first `from`. */
  async anchorList(
    service: string,
    from: number,
    list: readonly Uint8Array[],
    gateway = 0,
  ): Promise<ContractTransactionResponse> {
    const size = list.length;
    return this.as(gateway).anchor(service, size, rootOf(list), bundleOf(size), extension(list, from));
  }

  /** A promise of leaves `[from, to)` by a gateway, given at the last block's time unless told otherwise. */
  async promise(
    service: string,
    from: number,
    to: number,
    { gateway = 0, story = "log", issuedAt }: { gateway?: number; story?: string; issuedAt?: number } = {},
  ): Promise<Signed> {
    const at = issuedAt ?? (await networkHelpers.time.latest());
    const statement = promising(service, from, leaves(to, story).slice(from), at);
    return (await signGroup(this.on, this.gateway(gateway), [statement]))[0]!;
  }
}

/**
 * A service with a key, an action type and five anchored leaves, whose gateways are number 0, number 2 (ended),
 * number 3 (expired) and number 4 (not yet); and a service of another agency with gateway number 1.
 */
export async function startLogging(on: Ledger) {
  const office = new LogOffice(on);
  const [service, other] = [
    await office.register(),
    await office.register({ name: OTHER_SERVICE, agency: OTHER_AGENCY }),
  ];
  const keeper = office.as("keeper");
  const soon = (await networkHelpers.time.latest()) + 600;
  for (const [number, from, until] of [
    [0, START, END],
    [2, START, END],
    [3, START, soon],
    [4, END, END],
  ] as const) {
    await keeper.addGateway(service, office.gateway(number), from, until);
  }
  await keeper.endGateway(service, office.gateway(2));
  await office.as("otherKeeper").addGateway(other, office.gateway(1), START, END);
  await keeper.addKey(service, submissionKey());
  await keeper.defineActionType(service, "complaint.created", SCHEMA);
  await networkHelpers.time.increaseTo(soon + 1);
  await office.anchor(service, 0, 5);
  const promise = await office.promise(service, 5, 8);
  return { office, service, other, promise, keyId: sha256(submissionKey().publicKey) };
}

export async function logging() {
  const on = await ledger();
  return { ...on, ...(await startLogging(on)) };
}

export type Scene = Awaited<ReturnType<typeof logging>>;
