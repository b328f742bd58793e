/** Gas of the action log's calls, up to a million leaves. */
import type { ContractTransactionResponse } from "ethers";
import { toHex } from "../../../sdk/hex.ts";
import { leafHash, nodeHash } from "../../../sdk/merkle.ts";
import { consistencyRanges, inclusionRanges } from "../../../sdk/merkle/ranges.ts";
import { splitPoint } from "../../../sdk/merkle/split-point.ts";
import type { Ledger } from "../../support/ledger.ts";
import { networkHelpers, START } from "../../support/ledger.ts";
import { bundleOf, END, LogOffice, SCHEMA, serviceInput, submissionKey } from "../../support/log/office.ts";
import { signGroup } from "../../support/log/promise.ts";

const LEAF = leafHash(new TextEncoder().encode("entry"));
const roots = new Map<number, Uint8Array>([[1, LEAF]]);

/** The root of so many equal leaves: every part of such a tree depends on its width alone. */
function rootOf(size: number): Uint8Array {
  const known = roots.get(size);
  if (known) return known;
  const left = splitPoint(size);
  const root = nodeHash(rootOf(left), rootOf(size - left));
  roots.set(size, root);
  return root;
}

const widths = (ranges: (readonly [number, number])[]) =>
  ranges.map(([from, to]) => toHex(rootOf(to - from)));
const extension = (from: number, to: number) => (from === 0 ? [] : widths(consistencyRanges(from, to)));

const MILLION = 2 ** 20;

/** Sizes before and after. The longest way with two hashes a step is that of one leaf completing a full tree. */
const steps: [string, number, number][] = [
  ["first leaf", 0, 1],
  ["1 → 2 leaves", 1, 2],
  ["1,000 → 1,001 leaves", 1_000, 1_001],
  ["1,023 → 1,024 leaves, the dearest", 1_023, 1_024],
  ["65,535 → 65,536 leaves, the dearest", 65_535, 65_536],
  ["a million leaves, 100 more", 1_000_000, 1_000_100],
  ["a million leaves, 5,000 more", 1_000_000, 1_005_000],
  ["2^19 → 2^20 leaves, the cheapest", MILLION / 2, MILLION],
  ["2^20 − 1 → 2^20 leaves, the dearest", MILLION - 1, MILLION],
];

type Spend = (name: string, call: Promise<ContractTransactionResponse>) => Promise<void>;

export async function logGas(on: Ledger, spend: Spend): Promise<void> {
  const office = new LogOffice(on);
  const [registrar, keeper, gateway] = [office.as("registrar"), office.as("keeper"), office.as(0)];
  await spend("ActionLog.registerService", registrar.registerService(serviceInput()));
  const names = Array.from({ length: 12 }, (_, n) => `th.go.first.service-${n}`);
  const services: string[] = [];
  for (const name of names) services.push(await office.register({ name }));
  const first = services[0]!;
  await spend("ActionLog.addKey", keeper.addKey(first, submissionKey()));
  await spend("ActionLog.addGateway", keeper.addGateway(first, office.gateway(0), START, END));
  for (const service of services.slice(1)) await keeper.addGateway(service, office.gateway(0), START, END);
  await spend("ActionLog.defineActionType", keeper.defineActionType(first, "complaint.created", SCHEMA));

  const anchor = (service: string, from: number, to: number) =>
    gateway.anchor(service, to, toHex(rootOf(to)), bundleOf(to), extension(from, to));
  // Anchors of the same log cost less after one that wrote its words first, so each has a log of its own.
  for (const [at, [name, from, to]] of steps.entries()) {
    if (from > 0) await anchor(services[at]!, 0, from);
    await spend(`ActionLog.anchor (${name})`, anchor(services[at]!, from, to));
  }
  const grown = services.slice(9);
  for (const service of grown) await anchor(service, 0, 1_000_000);
  const inputs = grown.map((service) => ({
    service,
    newSize: 1_000_100,
    newRoot: toHex(rootOf(1_000_100)),
    bundle: bundleOf(1),
    consistencyProof: extension(1_000_000, 1_000_100),
  }));
  await spend("ActionLog.anchorMany (three services of a million leaves)", gateway.anchorMany(inputs));
  await spend("ActionLog.heartbeat (one service)", gateway.heartbeat([first]));
  await spend("ActionLog.heartbeat (ten services)", gateway.heartbeat(services.slice(0, 10)));

  const large = services[8]!;
  const witness = office.as("witness");
  const older = MILLION / 2 - 1;
  await spend(
    "ActionLog.cosign (an older size of a million leaves)",
    witness.cosign(large, older, toHex(rootOf(older)), extension(older, MILLION)),
  );
  await spend("ActionLog.cosign (the head)", witness.cosign(large, MILLION, toHex(rootOf(MILLION)), []));
  await reports(office, large, spend);
}

/** A promise of a thousand leaves in a group of a thousand promises, which the log of a million leaves does not keep. */
async function reports(office: LogOffice, service: string, spend: Spend): Promise<void> {
  const now = await networkHelpers.time.latest();
  const promised = leafHash(new TextEncoder().encode("promised"));
  const halves = new Map<number, Uint8Array>([[1, promised]]);
  const promisedRoot = (size: number): Uint8Array => {
    const left = splitPoint(Math.max(2, size));
    const root = halves.get(size) ?? nodeHash(promisedRoot(left), promisedRoot(size - left));
    halves.set(size, root);
    return root;
  };
  const statements = Array.from({ length: 1_000 }, (_, n) => ({
    service,
    firstIndex: n % 2 === 0 ? 1_000 : MILLION + 1,
    count: 1_000,
    leavesRoot: toHex(promisedRoot(1_000)),
    issuedAt: now,
    deadline: now + n,
  }));
  const signed = await signGroup(office.on, office.gateway(0), statements);
  await networkHelpers.time.increase(2_000);
  const { log } = office.on;
  await spend("ActionLog.reportMissedDeadline (one of 1,000 promises)", log.reportMissedDeadline(signed[1]!));
  const promisedPath = inclusionRanges(500, 1_000).map(([from, to]) => toHex(promisedRoot(to - from)));
  const anchoredPath = widths(inclusionRanges(1_500, MILLION));
  await spend(
    "ActionLog.reportWrongLeaf (one of 1,000 promises of 1,000 leaves)",
    log.reportWrongLeaf(signed[0]!, 500, toHex(promised), promisedPath, toHex(LEAF), anchoredPath),
  );
}
