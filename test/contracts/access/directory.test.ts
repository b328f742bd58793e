import { expect } from "chai";
import { encodeBytes32String as name } from "ethers";
import { deployAlone, ethers, ledger } from "../../support/ledger.ts";
import type { AccessManager, Directory } from "../../../sdk/generated/types/index.ts";
import { expectJournal } from "../../support/journal.ts";

/** A directory of its own, with this test as the admin of its manager. */
async function fixture() {
  const [admin, , stranger] = await ethers.getSigners();
  const { directory: deployed, registry, manager: first } = await ledger();
  const manager = await deployAlone<AccessManager>("AccessManager", [admin!.address], admin!);
  const directory = await deployAlone<Directory>("Directory", [await manager.getAddress()], admin!);
  return {
    stranger: stranger!,
    deployed,
    directory,
    one: await registry.getAddress(),
    two: await first.getAddress(),
  };
}

describe("Directory", () => {
  it("numbers the versions of each name and keeps every one", async () => {
    const { directory, one, two, deployed } = await fixture();
    const three = await deployed.getAddress();
    const hash = async (address: string) => ethers.keccak256(await ethers.provider.getCode(address));
    await expect(directory.publish(name("A"), one))
      .to.emit(directory, "DeploymentPublished")
      .withArgs(name("A"), 1, one, await hash(one));
    await directory.publish(name("B"), two);
    await directory.publish(name("A"), three);
    const block = await ethers.provider.getBlockNumber();

    expect(await directory.names()).to.deep.equal([name("A"), name("B")]);
    expect(await directory.latest(name("A"))).to.deep.equal([
      name("A"),
      2n,
      three,
      await hash(three),
      BigInt(block),
      false,
    ]);
    expect(await directory.deployment(name("A"), 1)).to.deep.equal([
      name("A"),
      1n,
      one,
      await hash(one),
      BigInt(block - 2),
      false,
    ]);
    expect((await directory.latest(name("B"))).version).to.equal(1n);
    expect(await directory.isListed(one)).to.equal(true);
    expect(await directory.isListed(await directory.getAddress())).to.equal(false);
    await expectJournal(directory, 3);
  });

  it("retires a version without unlisting it", async () => {
    const { directory, one } = await fixture();
    await directory.publish(name("A"), one);
    await expect(directory.retire(name("A"), 1))
      .to.emit(directory, "DeploymentRetired")
      .withArgs(name("A"), 1, one);
    expect((await directory.latest(name("A"))).retired).to.equal(true);
    expect(await directory.isListed(one)).to.equal(true);
    await expectJournal(directory, 2);
  });

  it("returns the number of the version published", async () => {
    const { directory, one, two } = await fixture();
    expect(await directory.publish.staticCall(name("A"), one)).to.equal(1n);
    await directory.publish(name("A"), one);
    expect(await directory.publish.staticCall(name("A"), two)).to.equal(2n);
  });

  describe("refuses", () => {
    it("a publication without name", async () => {
      const { directory, one } = await fixture();
      await expect(directory.publish(name(""), one)).to.be.revertedWithCustomError(
        directory,
        "DirectoryNameMissing",
      );
    });

    it("an address without code", async () => {
      const { directory, stranger } = await fixture();
      await expect(directory.publish(name("A"), stranger.address))
        .to.be.revertedWithCustomError(directory, "DirectoryNoCode")
        .withArgs(stranger.address);
    });

    it("a contract that is listed already, under whatever name", async () => {
      const { directory, one, two } = await fixture();
      await directory.publish(name("A"), two);
      await directory.publish(name("A"), one);
      for (const again of ["A", "B"]) {
        await expect(directory.publish(name(again), one))
          .to.be.revertedWithCustomError(directory, "DirectoryAlreadyListed")
          .withArgs(one, name("A"), 2);
      }
    });

    it("versions that do not exist", async () => {
      const { directory, one } = await fixture();
      await directory.publish(name("A"), one);
      const unknown = [
        { call: () => directory.latest(name("B")), args: [name("B"), 0] },
        { call: () => directory.deployment(name("A"), 0), args: [name("A"), 0] },
        { call: () => directory.deployment(name("A"), 2), args: [name("A"), 2] },
        { call: () => directory.retire(name("A"), 2), args: [name("A"), 2] },
        { call: () => directory.retire(name("B"), 1), args: [name("B"), 1] },
      ];
      for (const { call, args } of unknown) {
        await expect(call())
          .to.be.revertedWithCustomError(directory, "DirectoryUnknown")
          .withArgs(...args);
      }
    });

    it("retiring twice", async () => {
      const { directory, one } = await fixture();
      await directory.publish(name("A"), one);
      await directory.retire(name("A"), 1);
      await expect(directory.retire(name("A"), 1))
        .to.be.revertedWithCustomError(directory, "DirectoryRetired")
        .withArgs(name("A"), 1);
    });

    it("everybody but the publisher", async () => {
      const { directory, stranger, one } = await fixture();
      const calls = [
        () => directory.connect(stranger).publish(name("A"), one),
        () => directory.connect(stranger).retire(name("A"), 1),
      ];
      for (const call of calls) {
        await expect(call())
          .to.be.revertedWithCustomError(directory, "AccessManagedUnauthorized")
          .withArgs(stranger.address);
      }
    });
  });
});
