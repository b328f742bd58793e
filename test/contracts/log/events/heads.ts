import { networkHelpers } from "../../../support/ledger.ts";
import { extension, inclusion, leafAt, leaves, rootOf } from "../../../support/log/leaves.ts";
import { logged, type Logged } from "../../../support/log/logs.ts";
import { bundleOf } from "../../../support/log/office.ts";
import { statementHash } from "../../../support/log/promise.ts";
import { AUDIT_OFFICE, OTHER_AGENCY } from "../../../support/people.ts";
import { toHex } from "../../../../sdk/hex.ts";

const anchored = (service: string, size: number): [string, ...unknown[]] => [
  "Anchored",
  service,
  BigInt(size),
  rootOf(leaves(size)),
  bundleOf(size),
];

const input = (service: string, from: number, to: number) => ({
  service,
  newSize: to,
  newRoot: rootOf(leaves(to)),
  bundle: bundleOf(to),
  consistencyProof: extension(leaves(to), from),
});

const [MISSED, WRONG] = [0n, 1n];

export const headEvents: Logged[] = [
  logged("a first anchor", async ({ office, other }) => [
    office.anchorList(other, 0, leaves(3), 1),
    anchored(other, 3),
  ]),
  logged("an anchor of one leaf more", async ({ office, service }) => [
    office.anchor(service, 5, 6),
    anchored(service, 6),
  ]),
  logged(
    "anchors of several services, one of them twice, in their order",
    async ({ office, service, other }) => {
      const { address } = office.gateway(0);
      const now = await networkHelpers.time.latest();
      await office.as("otherKeeper").addGateway(other, address, now, now + 100);
      return [
        office.as(0).anchorMany([input(service, 5, 6), input(other, 0, 9), input(service, 6, 20)]),
        anchored(service, 6),
        anchored(other, 9),
        anchored(service, 20),
      ];
    },
  ),
  logged("no anchors", async ({ office }) => [office.as(0).anchorMany([])]),
  logged("heartbeats", async ({ office, service }) => [
    office.as(0).heartbeat([service, service]),
    ["HeartbeatReceived", service, 5n],
    ["HeartbeatReceived", service, 5n],
  ]),
  logged("a cosignature of the head", async ({ office, service, officers }) => [
    office.as("witness").cosign(service, 5, rootOf(leaves(5)), []),
    ["HeadCosigned", service, BigInt(AUDIT_OFFICE), officers.witness.address, 5n, rootOf(leaves(5))],
  ]),
  logged(
    "a cosignature of what the log began with, by a second agency",
    async ({ office, service, officers }) => {
      await office.as("witness").cosign(service, 5, rootOf(leaves(5)), []);
      await office.anchor(service, 5, 23);
      return [
        office.as("otherWitness").cosign(service, 4, rootOf(leaves(4)), extension(leaves(23), 4)),
        ["HeadCosigned", service, BigInt(OTHER_AGENCY), officers.otherWitness.address, 4n, rootOf(leaves(4))],
      ];
    },
  ),
  logged("a cosignature of a retired service's log", async ({ office, service, officers }) => {
    await office.as("keeper").retireService(service);
    return [
      office.as("witness").cosign(service, 5, rootOf(leaves(5)), []),
      ["HeadCosigned", service, BigInt(AUDIT_OFFICE), officers.witness.address, 5n, rootOf(leaves(5))],
    ];
  }),
  logged("a deadline missed by all leaves", async ({ office, log, service, promise }) => {
    await networkHelpers.time.setNextBlockTimestamp(promise.statement.deadline + 1);
    const hash = statementHash(promise.statement);
    const { address } = office.gateway(0);
    return [log.reportMissedDeadline(promise), ["PromiseBroken", service, hash, address, MISSED, 5n]];
  }),
  logged("a deadline missed by some leaves", async ({ office, log, service, promise }) => {
    await office.anchor(service, 5, 7);
    await networkHelpers.time.setNextBlockTimestamp(promise.statement.deadline + 1);
    const hash = statementHash(promise.statement);
    const { address } = office.gateway(0);
    return [log.reportMissedDeadline(promise), ["PromiseBroken", service, hash, address, MISSED, 7n]];
  }),
  logged("a deadline missed by leaves beyond the log's end", async ({ office, log, service }) => {
    const promise = await office.promise(service, 7, 9);
    await networkHelpers.time.setNextBlockTimestamp(promise.statement.deadline + 1);
    const hash = statementHash(promise.statement);
    const { address } = office.gateway(0);
    return [log.reportMissedDeadline(promise), ["PromiseBroken", service, hash, address, MISSED, 7n]];
  }),
  logged("another leaf than was promised", async ({ office, log, service, promise }) => {
    const list = [...leaves(6), ...leaves(8, "another").slice(6)];
    await office.anchorList(service, 5, list);
    const promised = leaves(8).slice(5);
    const proofs = [inclusion(promised, 2), inclusion(list, 7)] as const;
    const [was, is] = [toHex(leafAt(7)), toHex(leafAt(7, "another"))];
    const hash = statementHash(promise.statement);
    const { address } = office.gateway(0);
    return [
      log.reportWrongLeaf(promise, 2, was, proofs[0], is, proofs[1]),
      ["PromiseBroken", service, hash, address, WRONG, 7n],
    ];
  }),
];
