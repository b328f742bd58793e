/** The anchored logs: what is kept of them, when they close, who has cosigned, and what can be checked against them. */
import { expect } from "chai";
import { ZeroHash, id } from "ethers";
import { toHex } from "../../../sdk/hex.ts";
import { expectJournal } from "../../support/journal.ts";
import { networkHelpers } from "../../support/ledger.ts";
import { extension, inclusion, leafAt, leaves, rootOf } from "../../support/log/leaves.ts";
import { bundleOf, DELAY, HEARTBEAT, logging } from "../../support/log/office.ts";
import { AUDIT_OFFICE, OTHER_AGENCY } from "../../support/people.ts";
import { later } from "./refusals/scene.ts";

const scene = () => networkHelpers.loadFixture(logging);
const EMPTY = "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

describe("ActionLog", () => {
  it("begins the log of a registered service with the empty root, and knows no other", async () => {
    const { log, other } = await scene();
    expect(await log.head(other)).to.deep.equal([EMPTY, 0n, 0n, 0n, 0n, 0n]);
    expect(await log.head(id("th.go.nobody"))).to.deep.equal([ZeroHash, 0n, 0n, 0n, 0n, 0n]);
  });

  it("keeps root, size, times and number of anchors", async () => {
    const { office, log, service } = await scene();
    const first = await later();
    await office.anchor(service, 5, 6);
    expect(await log.head(service)).to.deep.equal([
      rootOf(leaves(6)),
      6n,
      BigInt(first),
      BigInt(first),
      0n,
      2n,
    ]);
    const beat = await later();
    await office.as(0).heartbeat([service]);
    expect(await log.head(service)).to.deep.equal([
      rootOf(leaves(6)),
      6n,
      BigInt(first),
      BigInt(beat),
      0n,
      2n,
    ]);
  });

  it("grows through every size to 40 and from every size to 40", async () => {
    const { office, log, service, other } = await scene();
    for (let size = 6; size <= 40; size++) await office.anchor(service, size - 1, size);
    expect((await log.head(service)).root).to.equal(rootOf(leaves(40)));
    await networkHelpers.loadFixture(logging);
    for (let from = 0; from < 40; from++) {
      const list = leaves(40);
      const revert = await networkHelpers.takeSnapshot();
      if (from > 0) await office.anchorList(other, 0, leaves(from), 1);
      await office.anchorList(other, from, list, 1);
      expect((await log.head(other)).root, `from ${from}`).to.equal(rootOf(list));
      await revert.restore();
    }
  });

  it("anchors all services of a call or none", async () => {
    const { office, log, service } = await scene();
    const list = leaves(8);
    const good = {
      service,
      newSize: 8,
      newRoot: rootOf(list),
      bundle: bundleOf(8),
      consistencyProof: extension(list, 5),
    };
    const before = await log.head(service);
    await expect(office.as(0).anchorMany([good, { ...good, newSize: 8 }]))
      .to.be.revertedWithCustomError(log, "ActionLogNotLonger")
      .withArgs(service, 8, 8);
    expect(await log.head(service)).to.deep.equal(before);
  });

  it("proves leaves against the anchored head alone", async () => {
    const { office, log, service, other } = await scene();
    const list = leaves(13);
    await office.anchorList(service, 5, list);
    for (const [index, leaf] of list.entries()) {
      const path = inclusion(list, index);
      const proves = (of: string, hash: string, at: number, siblings: string[]) =>
        log.verifyInclusion(of, hash, at, siblings);
      expect(await proves(service, toHex(leaf), index, path), `leaf ${index}`).to.equal(true);
      expect(await proves(service, toHex(leafAt(index, "other")), index, path)).to.equal(false);
      expect(await proves(service, toHex(leaf), (index + 1) % 13, path)).to.equal(false);
      expect(await proves(service, toHex(leaf), index + 13, path)).to.equal(false);
      expect(await proves(service, toHex(leaf), index, path.slice(1))).to.equal(false);
      expect(await proves(other, toHex(leaf), index, path)).to.equal(false);
    }
  });

  it("remembers of each agency the largest size that it has cosigned", async () => {
    const { office, log, service, other } = await scene();
    await office.anchor(service, 5, 9);
    const list = leaves(9);
    await office.as("witness").cosign(service, 2, rootOf(leaves(2)), extension(list, 2));
    await office.as("otherWitness").cosign(service, 9, rootOf(list), []);
    await office.as("witness").cosign(service, 7, rootOf(leaves(7)), extension(list, 7));
    expect(await log.cosignedSize(service, AUDIT_OFFICE)).to.equal(7n);
    expect(await log.cosignedSize(service, OTHER_AGENCY)).to.equal(9n);
    expect(await log.cosignedSize(other, AUDIT_OFFICE)).to.equal(0n);
  });

  describe("silence", () => {
    const overdue = async (time: number, { log, service }: Awaited<ReturnType<typeof logging>>) => {
      await networkHelpers.time.increaseTo(time);
      const { overdue: late, due } = await log.heartbeatOverdue(service);
      return [late, Number(due)];
    };

    it("is overdue when the interval after the last anchor or heartbeat is over", async () => {
      const all = await scene();
      const anchored = await networkHelpers.time.latest();
      const due = anchored + HEARTBEAT;
      expect(await overdue(due, all)).to.deep.equal([false, due]);
      expect(await overdue(due + 1, all)).to.deep.equal([true, due]);
      await all.office.as(0).heartbeat([all.service]);
      const beat = await networkHelpers.time.latest();
      expect(await overdue(beat + 1, all)).to.deep.equal([false, beat + HEARTBEAT]);
    });

    it("counts from the registration of a service that has not been heard of", async () => {
      const all = await scene();
      const { registeredAt } = await all.log.service(all.other);
      const due = Number(registeredAt) + HEARTBEAT;
      expect(await overdue(due, { ...all, service: all.other })).to.deep.equal([false, due]);
      expect(await overdue(due + 1, { ...all, service: all.other })).to.deep.equal([true, due]);
    });

    it("is no fault of a service that promised no heartbeat or is closed, and counts anew when it is reinstated", async () => {
      const all = await scene();
      const { office, service } = all;
      const now = await networkHelpers.time.latest();
      await office.as("keeper").changeTiming(service, 0, DELAY);
      expect(await overdue(now + 10 * HEARTBEAT, all)).to.deep.equal([false, 0]);
      await office.as("keeper").changeTiming(service, HEARTBEAT, DELAY);
      expect((await overdue(now + 11 * HEARTBEAT, all))[0]).to.equal(true);
      await office.as("registrar").suspendService(service);
      expect(await overdue(now + 12 * HEARTBEAT, all)).to.deep.equal([false, 0]);
      const reinstated = await later();
      await office.as("registrar").reinstateService(service);
      expect(await overdue(reinstated + HEARTBEAT, all)).to.deep.equal([false, reinstated + HEARTBEAT]);
      expect((await overdue(reinstated + HEARTBEAT + 1, all))[0]).to.equal(true);
    });
  });

  describe("a closed service", () => {
    for (const [how, who, method] of [
      ["suspended", "registrar", "suspendService"],
      ["retired", "keeper", "retireService"],
    ] as const) {
      it(`that is ${how} anchors until the last promise is due, and not a second longer`, async () => {
        const { office, log, service } = await scene();
        const closedAt = await later();
        await office.as(who)[method](service);
        expect((await log.head(service)).closesAt).to.equal(BigInt(closedAt + DELAY));
        await office.anchor(service, 5, 6);
        await networkHelpers.time.setNextBlockTimestamp(closedAt + DELAY);
        await office.anchor(service, 6, 7);
        await expect(office.anchor(service, 7, 8))
          .to.be.revertedWithCustomError(log, "ActionLogClosed")
          .withArgs(service, closedAt + DELAY);
      });
    }

    it("anchors for as long as promises run that were given under a longer delay", async () => {
      const { office, log, service } = await scene();
      const keeper = office.as("keeper");
      await keeper.changeTiming(service, HEARTBEAT, 3_000);
      const shortened = await later();
      await keeper.changeTiming(service, HEARTBEAT, 10);
      await keeper.changeTiming(service, HEARTBEAT, 1);
      await office.as("registrar").suspendService(service);
      expect((await log.head(service)).closesAt).to.equal(BigInt(shortened + 3_000));
      await office.as("registrar").reinstateService(service);
      // When those have run out the present delay counts again.
      await networkHelpers.time.setNextBlockTimestamp(shortened + 3_000);
      await keeper.retireService(service);
      expect((await log.head(service)).closesAt).to.equal(BigInt(shortened + 3_001));
    });

    it("keeps the time of its suspension when it is retired", async () => {
      const { office, log, service } = await scene();
      const closedAt = await later();
      await office.as("registrar").suspendService(service);
      await later();
      await office.as("keeper").retireService(service);
      expect((await log.head(service)).closesAt).to.equal(BigInt(closedAt + DELAY));
    });

    it("anchors again after its reinstatement", async () => {
      const { office, log, service } = await scene();
      await office.as("registrar").suspendService(service);
      await networkHelpers.time.increase(DELAY + 10);
      await office.as("registrar").reinstateService(service);
      expect((await log.head(service)).closesAt).to.equal(0n);
      await office.anchor(service, 5, 6);
    });
  });

  it("folds every event into its journal, the anchors of all services counted", async () => {
    const { office, log, service, other } = await scene();
    await office.anchor(service, 5, 6);
    await office.anchorList(other, 0, leaves(2), 1);
    await office.as(0).heartbeat([service]);
    await office.as("witness").cosign(service, 6, rootOf(leaves(6)), []);
    // Registrations 2, gateways 5 and an end, key, type, the scene's anchor, and the four above.
    await expectJournal(log, 15);
  });
});
