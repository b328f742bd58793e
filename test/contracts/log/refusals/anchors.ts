import { id, ZeroHash } from "ethers";
import { bundleOf, DELAY, type Scene } from "../../../support/log/office.ts";
import { extension, leaves, rootOf } from "../../../support/log/leaves.ts";
import { refusal, type Refusal } from "../../../support/log/refusals.ts";
import { networkHelpers } from "../../../support/ledger.ts";
import { AGENCY, Duty } from "../../../support/people.ts";
import { later } from "./scene.ts";

const EMPTY = "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const five = rootOf(leaves(5));
const eight = leaves(8);

/** An anchor of eight leaves over the five that the scene has, with something wrong about it. */
function anchor(
  { office, service }: Scene,
  { size = 8, root = rootOf(eight), bundle = bundleOf(8), proof = extension(eight, 5), gateway = 0 },
) {
  return () => office.as(gateway).anchor(service, size, root, bundle, proof);
}

const notAnExtension = (why: string, change: { size?: number; root?: string; proof?: string[] }) =>
  refusal("ActionLogNotAnExtension", why, async (scene) => [
    anchor(scene, change),
    scene.service,
    5,
    five,
    change.size ?? 8,
    change.root ?? rootOf(eight),
  ]);

const other = leaves(8, "another log");
const proof = extension(eight, 5);

const closed = (method: string, call: (scene: Scene) => Promise<unknown>) =>
  refusal("ActionLogClosed", `${method} when the time for promises is over`, async (scene) => {
    const closedAt = await later();
    await scene.office.as("registrar").suspendService(scene.service);
    await networkHelpers.time.setNextBlockTimestamp(closedAt + DELAY + 1);
    return [() => call(scene), scene.service, closedAt + DELAY];
  });

export const anchorRefusals: Refusal[] = [
  ...([1, 2, 3, 4] as const).map((gateway) =>
    refusal("ServiceRegistryGatewayNotInForce", `an anchor by gateway ${gateway}`, async (scene) => {
      const now = await later();
      const { address } = scene.office.gateway(gateway);
      return [anchor(scene, { gateway }), scene.service, address, now];
    }),
  ),
  refusal("ServiceRegistryGatewayNotInForce", "an anchor for no service", async ({ office }) => {
    const now = await later();
    const nothing = id("th.go.nobody");
    const { address } = office.gateway(0);
    return [() => office.anchor(nothing, 0, 5), nothing, address, now];
  }),
  refusal("ActionLogNotLonger", "the anchored tree again", async (scene) => [
    anchor(scene, { size: 5, root: five, proof: [] }),
    scene.service,
    5,
    5,
  ]),
  refusal("ActionLogNotLonger", "a shorter tree", async (scene) => [
    anchor(scene, { size: 4, root: rootOf(leaves(4)), proof: [] }),
    scene.service,
    5,
    4,
  ]),
  refusal("ActionLogNotLonger", "an empty tree to begin with", async ({ office, other: fresh }) => [
    () => office.as(1).anchor(fresh, 0, EMPTY, bundleOf(0), []),
    fresh,
    0,
    0,
  ]),
  refusal("ActionLogBundleMissing", "entries that are published nowhere", async (scene) => [
    anchor(scene, { bundle: ZeroHash }),
    scene.service,
  ]),
  notAnExtension("another log", { root: rootOf(other), proof: extension(other, 5) }),
  notAnExtension("no proof", { proof: [] }),
  notAnExtension("a proof cut short", { proof: proof.slice(0, -1) }),
  notAnExtension("a proof with more behind", { proof: [...proof, id("more")] }),
  notAnExtension("a proof from another size", { proof: extension(eight, 4) }),
  notAnExtension("a proof to another size", { size: 9 }),
  notAnExtension("a proof with one bit changed", {
    proof: [`0x${(BigInt(proof[0]!) ^ 1n).toString(16).padStart(64, "0")}`, ...proof.slice(1)],
  }),
  refusal("ActionLogNotAnExtension", "a proof for a first tree", async ({ office, other: fresh }) => [
    () => office.as(1).anchor(fresh, 8, rootOf(eight), bundleOf(8), [id("more")]),
    fresh,
    0,
    EMPTY,
    8,
    rootOf(eight),
  ]),
  closed("an anchor", async (scene) => anchor(scene, {})()),
  closed("a heartbeat", async ({ office, service }) => office.as(0).heartbeat([service])),
  refusal(
    "ServiceRegistryGatewayNotInForce",
    "a heartbeat for others",
    async ({ office, service, other: of }) => {
      const now = await later();
      return [() => office.as(0).heartbeat([service, of]), of, office.gateway(0).address, now];
    },
  ),

  refusal("AgencyRegistryDutyMissing", "a cosignature by a keeper", async ({ office, service, officers }) => [
    () => office.as("otherKeeper").cosign(service, 5, five, []),
    officers.otherKeeper.address,
    Duty.SERVICES,
    Duty.WITNESS,
  ]),
  refusal("ServiceRegistryServiceUnknown", "a cosignature for nobody", async ({ office }) => [
    () => office.as("witness").cosign(id("th.go.nobody"), 5, five, []),
    id("th.go.nobody"),
  ]),
  refusal("ActionLogWitnessNotIndependent", "the agency's own witness", async ({ office, service }) => [
    () => office.as("ownWitness").cosign(service, 5, five, []),
    service,
    AGENCY,
  ]),
  refusal("ActionLogNothingToCosign", "the tree without entries", async ({ office, service }) => [
    () => office.as("witness").cosign(service, 0, EMPTY, []),
    service,
  ]),
  refusal("ActionLogAlreadyCosigned", "the same size twice", async ({ office, service }) => {
    await office.as("witness").cosign(service, 5, five, []);
    return [() => office.as("witness").cosign(service, 5, five, []), service, 90_002, 5];
  }),
  refusal("ActionLogAlreadyCosigned", "a smaller size afterwards", async ({ office, service }) => {
    await office.as("witness").cosign(service, 5, five, []);
    const [root, path] = [rootOf(leaves(3)), extension(leaves(5), 3)];
    return [() => office.as("witness").cosign(service, 3, root, path), service, 90_002, 5];
  }),
  ...(
    [
      ["a root that is not the log's", 5, rootOf(leaves(5, "another log")), []],
      ["a larger size than is anchored", 8, rootOf(eight), []],
      ["an earlier size without a proof", 3, rootOf(leaves(3)), []],
      ["an earlier size of another log", 3, rootOf(leaves(3, "another log")), extension(leaves(5), 3)],
      ["a proof where none is needed", 5, five, [id("more")]],
    ] as [string, number, string, string[]][]
  ).map(([why, size, root, path]) =>
    refusal("ActionLogNotABeginning", why, async ({ office, service }) => [
      () => office.as("witness").cosign(service, size, root, path),
      service,
      size,
      root,
    ]),
  ),
  refusal("ActionLogNotABeginning", "a log without entries", async ({ office, other: fresh }) => [
    () => office.as("witness").cosign(fresh, 1, ZeroHash, []),
    fresh,
    1,
    ZeroHash,
  ]),
];
