import { expect } from "chai";
import { ZeroHash } from "ethers";
import { toHex } from "../../../sdk/hex.ts";
import { expectJournal } from "../../support/journal.ts";
import { networkHelpers } from "../../support/ledger.ts";
import { extension, inclusion, leafAt, leaves, rootOf } from "../../support/log/leaves.ts";
import { CHECKPOINT, END, logging, SCHEMA, submissionKey } from "../../support/log/office.ts";
import { differingReads, replayedLog } from "../../support/log/replay.ts";
import { NOBODY } from "./refusals/scene.ts";

/** A little of everything that leaves an event. */
async function eventful() {
  const all = await networkHelpers.loadFixture(logging);
  const { office, service, other, keyId, promise, log } = all;
  const [keeper, registrar] = [office.as("keeper"), office.as("registrar")];
  const third = await office.register({ name: "th.go.first.third", heartbeatInterval: 0 });
  await keeper.retitleService(service, "ใหม่", "New");
  await keeper.changeTiming(service, 7_200, 3_000);
  await keeper.changeTiming(service, 600, 30);
  await keeper.addKey(service, { ...submissionKey("note"), use: CHECKPOINT, submitter: ZeroHash });
  await keeper.endKey(service, keyId);
  await keeper.endGateway(service, office.gateway(3));
  await keeper.endGateway(service, office.gateway(4));
  await keeper.defineActionType(service, "complaint.created", `${SCHEMA.slice(0, -2)}ff`);
  await keeper.defineActionType(service, "complaint.closed", SCHEMA);
  await keeper.withdrawActionType(service, "complaint.closed");
  await office.as("otherKeeper").addGateway(other, NOBODY, END, END);
  await office.anchorList(other, 0, leaves(17), 1);
  await office.as(1).heartbeat([other]);
  await networkHelpers.time.increase(1_000);
  await log.reportMissedDeadline(promise);
  const list = [...leaves(5), ...leaves(9, "another").slice(5)];
  await office.anchorList(service, 5, list);
  const promised = [toHex(leafAt(7)), inclusion(leaves(8).slice(5), 2)] as const;
  await log.reportWrongLeaf(promise, 2, ...promised, toHex(leafAt(7, "another")), inclusion(list, 7));
  await office.as("otherWitness").cosign(service, 5, rootOf(leaves(5)), extension(list, 5));
  await office.as("witness").cosign(other, 17, rootOf(leaves(17)), []);
  await registrar.suspendService(service);
  await registrar.suspendService(other);
  await registrar.reinstateService(other);
  await registrar.suspendService(third);
  await keeper.retireService(third);
  await office.as("otherKeeper").retireService(other);
  return all;
}

describe("the action log's events", () => {
  it("rebuild the whole state of the contract", async () => {
    const all = await eventful();
    const { differing, asked } = await differingReads(all, await replayedLog(all));
    expect(differing).to.deep.equal([]);
    expect(asked).to.be.at.least(30);
  });

  it("fold to its journal", async () => {
    await expectJournal((await eventful()).log);
  });
});
