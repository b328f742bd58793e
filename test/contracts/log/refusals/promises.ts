import { id, ZeroAddress } from "ethers";
import { networkHelpers } from "../../../support/ledger.ts";
import { inclusion, leafAt, leaves } from "../../../support/log/leaves.ts";
import type { Scene } from "../../../support/log/office.ts";
import {
  promising,
  signGroup,
  statementHash,
  type Signed,
  type Statement,
} from "../../../support/log/promise.ts";
import { refusal, type Refusal } from "../../../support/log/refusals.ts";
import { toHex } from "../../../../sdk/hex.ts";

const LAST = 2n ** 64n - 1n;
const [MISSED, WRONG] = [0, 1];
const leaf = (index: number, story?: string) => toHex(leafAt(index, story));
const promised = leaves(8).slice(5);

/** Goes on until the deadline has passed. */
async function afterDeadline({ statement: { deadline } }: Signed): Promise<void> {
  const now = await networkHelpers.time.latest();
  if (deadline >= now) await networkHelpers.time.setNextBlockTimestamp(deadline + 1);
}

/** A promise of the scene's service by gateway 0 with something else about it. */
async function changed({ office, promise, ...l }: Scene, change: Partial<Statement>): Promise<Signed> {
  const statement = { ...promise.statement, ...change };
  return (await signGroup(l, office.gateway(0), [statement]))[0]!;
}

/** What the log holds at 5 after eight leaves of another story were anchored over the five. */
const held = () => {
  const list = [...leaves(5), ...leaves(8, "another").slice(5)];
  return { list, leaf: leaf(5, "another"), path: inclusion(list, 5) };
};

/** Anchors other leaves at the promised places. */
export async function anchorOthers({ office, service }: Scene): Promise<void> {
  const { list } = held();
  await office.anchorList(service, 5, list);
}

/** Reports that place 5 holds another leaf than the promised one. */
const wrongLeaf = (
  { office }: Scene,
  signed: Signed,
  { offset = 0, promisedLeaf = leaf(5), promisedPath = inclusion(promised, 0), anchored = held() } = {},
) =>
  office
    .as("recorder")
    .reportWrongLeaf(signed, offset, promisedLeaf, promisedPath, anchored.leaf, anchored.path);

const notPromised = (why: string, sign: (scene: Scene) => Promise<[Signed, signer: string]>) =>
  refusal("ActionLogNotPromised", why, async (scene) => {
    const [signed, signer] = await sign(scene);
    await afterDeadline(signed);
    const { service, issuedAt } = signed.statement;
    return [() => scene.log.reportMissedDeadline(signed), service, signer, issuedAt];
  });

const byGateway = (why: string, gateway: number, at: (now: number) => number = (now) => now) =>
  notPromised(why, async ({ office, service }) => {
    const issuedAt = at(await networkHelpers.time.latest());
    return [await office.promise(service, 5, 8, { gateway, issuedAt }), office.gateway(gateway).address];
  });

export const promiseRefusals: Refusal[] = [
  refusal("ActionLogDeadlineAhead", "a report in the deadline's last second", async ({ log, promise }) => {
    const { deadline } = promise.statement;
    await networkHelpers.time.setNextBlockTimestamp(deadline);
    return [() => log.reportMissedDeadline(promise), deadline, deadline];
  }),
  refusal(
    "ActionLogPromiseAnchored",
    "a log as long as promised",
    async ({ office, log, service, promise }) => {
      await office.anchor(service, 5, 8);
      await afterDeadline(promise);
      return [() => log.reportMissedDeadline(promise), service, 8, 8];
    },
  ),
  refusal("ActionLogPromiseAnchored", "no leaves where the log ends", async (scene) => {
    const signed = await changed(scene, { count: 0 });
    await afterDeadline(signed);
    return [() => scene.log.reportMissedDeadline(signed), scene.service, 5, 5];
  }),
  refusal("ActionLogAlreadyReported", "a missed deadline twice", async ({ log, promise }) => {
    await afterDeadline(promise);
    await log.reportMissedDeadline(promise);
    return [() => log.reportMissedDeadline(promise), statementHash(promise.statement), MISSED];
  }),
  refusal("ActionLogAlreadyReported", "a missed deadline signed twice", async (scene) => {
    const { office, log, promise, ...l } = scene;
    await afterDeadline(promise);
    await log.reportMissedDeadline(promise);
    // The same statement in another group, so under another signature.
    const more = promising(scene.service, 8, leaves(2), promise.statement.issuedAt);
    const [again] = await signGroup({ log, ...l }, office.gateway(0), [promise.statement, more]);
    return [() => log.reportMissedDeadline(again!), statementHash(promise.statement), MISSED];
  }),
  refusal("ActionLogAlreadyReported", "a wrong leaf twice", async (scene) => {
    await anchorOthers(scene);
    await wrongLeaf(scene, scene.promise);
    return [() => wrongLeaf(scene, scene.promise), statementHash(scene.promise.statement), WRONG];
  }),

  byGateway("the promise of another service's gateway", 1),
  byGateway("the promise of an ended gateway", 2),
  byGateway("the promise of an expired gateway", 3),
  byGateway("the promise of a gateway that is still to come", 4),
  byGateway("a promise dated before the gateway's time", 0, () => 1),
  notPromised("a promise in the second in which the gateway ended", async ({ office, service }) => {
    const endedAt = (await networkHelpers.time.latest()) + 10;
    await networkHelpers.time.setNextBlockTimestamp(endedAt);
    await office.as("keeper").endGateway(service, office.gateway(0));
    return [await office.promise(service, 5, 8, { issuedAt: endedAt }), office.gateway(0).address];
  }),
  notPromised("a promise for a service that never was", async (scene) => [
    await changed(scene, { service: id("th.go.nobody") }),
    scene.office.gateway(0).address,
  ]),
  ...["0x", `0x${"00".repeat(65)}`, `0x${"ff".repeat(65)}`, `0x${"01".repeat(64)}`].map((signature, index) =>
    notPromised(`unreadable signature ${index}`, async ({ promise }) => [
      { ...promise, signature },
      ZeroAddress,
    ]),
  ),
  ...(
    [
      ["a place outside its group", { groupIndex: 1 }],
      ["a group of nobody", { groupSize: 0 }],
      ["a path where none is needed", { groupPath: [id("more")] }],
      ["no path where one is needed", { groupSize: 2 }],
    ] as const
  ).map(([why, change]) =>
    refusal("ActionLogNotInGroup", why, async ({ log, promise }) => {
      await afterDeadline(promise);
      const signed = { ...promise, ...change };
      return [
        () => log.reportMissedDeadline({ ...signed, groupPath: [...signed.groupPath] }),
        statementHash(promise.statement),
      ];
    }),
  ),

  ...(
    [
      ["a leaf that was not promised", { promisedLeaf: leaf(6) }, leaf(6), 0],
      ["a promised leaf at another place", { offset: 1 }, leaf(5), 1],
      ["a place behind the promised ones", { offset: 3 }, leaf(5), 3],
      ["a path cut short", { promisedPath: inclusion(promised, 0).slice(1) }, leaf(5), 0],
    ] as const
  ).map(([why, change, value, offset]) =>
    refusal("ActionLogLeafNotPromised", why, async (scene) => {
      await anchorOthers(scene);
      return [() => wrongLeaf(scene, scene.promise, change), value, offset];
    }),
  ),
  refusal("ActionLogLeafNotAnchored", "a place that the log has not reached", async (scene) => [
    () => wrongLeaf(scene, scene.promise),
    held().leaf,
    5,
  ]),
  refusal("ActionLogLeafNotAnchored", "a leaf that stands elsewhere", async (scene) => {
    await anchorOthers(scene);
    const anchored = { ...held(), leaf: leaf(6, "another") };
    return [() => wrongLeaf(scene, scene.promise, { anchored }), anchored.leaf, 5];
  }),
  refusal("ActionLogLeafNotAnchored", "a path of an earlier size", async (scene) => {
    await anchorOthers(scene);
    const anchored = { ...held(), path: held().path.slice(1) };
    return [() => wrongLeaf(scene, scene.promise, { anchored }), anchored.leaf, 5];
  }),
  refusal("ActionLogLeafNotAnchored", "a place beyond every number of the log", async (scene) => {
    // Were it computed in 64 bits it would come round to 0, where the log holds another leaf.
    const signed = await changed(scene, { firstIndex: LAST });
    const anchored = { list: [], leaf: leaf(0), path: inclusion(leaves(5), 0) };
    const at = { offset: 1, promisedLeaf: leaf(6), promisedPath: inclusion(promised, 1), anchored };
    return [() => wrongLeaf(scene, signed, at), leaf(0), LAST + 1n];
  }),
  refusal("ActionLogLeafAsPromised", "a log that holds what was promised", async (scene) => {
    await scene.office.anchor(scene.service, 5, 8);
    const anchored = { list: [], leaf: leaf(5), path: inclusion(leaves(8), 5) };
    return [() => wrongLeaf(scene, scene.promise, { anchored }), leaf(5), 5];
  }),
];
