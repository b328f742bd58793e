import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { encodeBytes32String as name, id, ZeroAddress } from "ethers";
import type { Consortium } from "../../../sdk/generated/types/index.ts";
import { roleIds } from "../../../scripts/deploy/roles.ts";
import { enact, Vote, type Proposal } from "../../support/consortium.ts";
import {
  compiled,
  deployAlone,
  ethers,
  type Ledger,
  ledger,
  networkHelpers,
  timing,
  voterAgencies,
} from "../../support/ledger.ts";

const { time } = networkHelpers;
const Pending = 0n,
  Active = 1n,
  Canceled = 2n,
  Defeated = 3n,
  Succeeded = 4n,
  Queued = 5n,
  Executed = 7n;

/** A proposal that grants the registrar's role to the account that is nobody yet. */
async function grant({ manager, spareVoter }: Ledger): Promise<Proposal> {
  const data = manager.interface.encodeFunctionData("grantRole", [roleIds.REGISTRAR, spareVoter.address, 60]);
  return { target: await manager.getAddress(), data, description: "another registrar" };
}

async function own(l: Ledger, method: "admitMember" | "removeMember" | "replaceAccount", args: unknown[]) {
  const data = l.consortium.interface.encodeFunctionData(method as "removeMember", args as [number]);
  return { target: await l.consortium.getAddress(), data, description: `${method} ${args.join(" ")}` };
}

describe("Consortium", () => {
  it("grants a role by proposal, vote, queue and execution, and not before the delay", async () => {
    const l = await ledger();
    const { consortium, manager, spareVoter, voters } = l;
    const vote = new Vote(consortium, await grant(l));
    await vote.propose(voters[0]!);
    expect(await vote.state()).to.equal(Pending);
    await time.increase(timing.votingDelay + 1);
    expect(await vote.state()).to.equal(Active);
    for (const voter of voters.slice(0, 3)) {
      await expect(consortium.connect(voter).castVote(vote.id, 1))
        .to.emit(consortium, "VoteCast")
        .withArgs(voter.address, vote.id, 1, 1, "");
    }
    await time.increase(timing.votingPeriod);
    expect(await vote.state()).to.equal(Succeeded);
    await expect(vote.execute())
      .to.be.revertedWithCustomError(consortium, "GovernorUnexpectedProposalState")
      .withArgs(vote.id, Succeeded, bitmap(Queued));
    await vote.queue();
    expect(await vote.state()).to.equal(Queued);
    const eta = await consortium.proposalEta(vote.id);
    expect(eta).to.equal(BigInt((await time.latest()) + timing.executionDelay));
    await time.setNextBlockTimestamp(eta - 1n);
    await expect(vote.execute())
      .to.be.revertedWithCustomError(consortium, "GovernorUnmetDelay")
      .withArgs(vote.id, eta);
    expect((await manager.hasRole(roleIds.REGISTRAR, spareVoter))[0]).to.equal(false);
    await time.setNextBlockTimestamp(eta);
    await expect(vote.execute())
      .to.emit(manager, "RoleGranted")
      .withArgs(roleIds.REGISTRAR, spareVoter.address, 60, eta, true);
    expect(await vote.state()).to.equal(Executed);
    expect(await manager.hasRole(roleIds.REGISTRAR, spareVoter)).to.deep.equal([true, 60n]);
    await expect(vote.execute()).to.be.revertedWithCustomError(consortium, "GovernorUnexpectedProposalState");
  });

  it("publishes a new version in the Directory", async () => {
    const l = await ledger();
    const { directory, registry, manager, voters, stranger } = l;
    const { abi, bytecode } = await compiled("ImportAnchor");
    const next = await new ethers.ContractFactory(abi, bytecode, stranger).deploy(
      await registry.getAddress(),
    );
    const target = await next.getAddress();
    const data = directory.interface.encodeFunctionData("publish", [name("ImportAnchor"), target]);
    await enact(l.consortium, voters.slice(0, 3), {
      target: await directory.getAddress(),
      data,
      description: "version 2",
    });
    const latest = await directory.latest(name("ImportAnchor"));
    expect([latest.version, latest.target]).to.deep.equal([2n, target]);
    expect((await directory.deployment(name("ImportAnchor"), 1)).retired).to.equal(false);
    expect(await manager.isTargetClosed(await directory.getAddress())).to.equal(false);
  });

  it("revokes a role that it granted", async () => {
    const l = await ledger();
    const data = l.manager.interface.encodeFunctionData("revokeRole", [
      roleIds.REGISTRAR,
      l.registrar.address,
    ]);
    await enact(l.consortium, l.voters.slice(1, 4), {
      target: await l.manager.getAddress(),
      data,
      description: "no registrar",
    });
    await expect(l.registry.suspendAgency(10001))
      .to.be.revertedWithCustomError(l.registry, "AccessManagedUnauthorized")
      .withArgs(l.registrar.address);
  });

  it("tells its name, clock, way of counting, timing and quorum", async () => {
    const { consortium, manager } = await ledger();
    const now = BigInt(await time.latest());
    expect(await consortium.name()).to.equal("Prongsai Consortium");
    expect(await consortium.accessManager()).to.equal(await manager.getAddress());
    expect(await consortium.clock()).to.equal(now);
    expect(await consortium.CLOCK_MODE()).to.equal("mode=timestamp");
    expect(await consortium.COUNTING_MODE()).to.equal("support=bravo&quorum=for");
    expect(await consortium.votingDelay()).to.equal(BigInt(timing.votingDelay));
    expect(await consortium.votingPeriod()).to.equal(BigInt(timing.votingPeriod));
    expect(await consortium.baseDelaySeconds()).to.equal(BigInt(timing.executionDelay));
    expect(await consortium.proposalThreshold()).to.equal(1n);
    expect(await consortium.memberCountAt(now)).to.equal(5n);
    expect(await consortium.memberCountAt(0)).to.equal(0n);
    expect(await consortium.quorum(now)).to.equal(3n);
  });

  describe("counts", () => {
    const outcomes = [
      { what: "two of five for, none against: defeated", votes: [1, 1], state: Defeated },
      { what: "two for, three abstain: defeated", votes: [1, 1, 2, 2, 2], state: Defeated },
      { what: "three for, two against: passed", votes: [1, 1, 1, 0, 0], state: Succeeded },
      { what: "three for alone: passed", votes: [1, 1, 1], state: Succeeded },
      { what: "two for, three against: defeated", votes: [1, 1, 0, 0, 0], state: Defeated },
      { what: "nobody: defeated", votes: [], state: Defeated },
    ];
    for (const { what, votes, state } of outcomes) {
      it(what, async () => {
        const l = await ledger();
        const vote = new Vote(l.consortium, await grant(l));
        await vote.propose(l.voters[0]!);
        await time.increase(timing.votingDelay + 1);
        for (const [index, support] of votes.entries()) {
          await l.consortium.connect(l.voters[index]!).castVote(vote.id, support);
        }
        await time.increase(timing.votingPeriod + 1);
        expect(await vote.state()).to.equal(state);
        if (state === Defeated) {
          await expect(vote.queue())
            .to.be.revertedWithCustomError(l.consortium, "GovernorUnexpectedProposalState")
            .withArgs(vote.id, Defeated, bitmap(Succeeded));
          await expect(vote.execute())
            .to.be.revertedWithCustomError(l.consortium, "GovernorUnexpectedProposalState")
            .withArgs(vote.id, Defeated, bitmap(Queued));
        }
      });
    }

    it("a majority of four members as three", async () => {
      const l = await ledger();
      await enact(l.consortium, l.voters, await own(l, "removeMember", [voterAgencies[4]]));
      const now = await time.latest();
      expect(await l.consortium.memberCountAt(now)).to.equal(4n);
      expect(await l.consortium.memberCountAt(now - 1)).to.equal(5n);
      expect(await l.consortium.quorum(now)).to.equal(3n);
    });
  });

  describe("members", () => {
    it("are admitted, given another key, and removed by the vote", async () => {
      const l = await ledger();
      const { consortium, voters, spareVoter, stranger } = l;
      const added = await enact(consortium, voters, await own(l, "admitMember", [90006, spareVoter.address]));
      await expect(added).to.emit(consortium, "MemberAdmitted").withArgs(90006, spareVoter.address);
      expect(await consortium.accountOf(90006)).to.equal(spareVoter.address);
      expect(await consortium.quorum(await time.latest())).to.equal(4n);

      const replaced = await enact(
        consortium,
        voters,
        await own(l, "replaceAccount", [90006, stranger.address]),
      );
      await expect(replaced)
        .to.emit(consortium, "MemberAccountReplaced")
        .withArgs(90006, spareVoter.address, stranger.address);
      const now = await time.latest();
      expect(await consortium.getVotes(spareVoter, now)).to.equal(0n);
      expect(await consortium.getVotes(stranger, now)).to.equal(1n);
      expect(await consortium.memberCountAt(now)).to.equal(6n);

      const removed = await enact(consortium, voters, await own(l, "removeMember", [90006]));
      await expect(removed).to.emit(consortium, "MemberRemoved").withArgs(90006, stranger.address);
      expect(await consortium.accountOf(90006)).to.equal(ZeroAddress);
      expect(await consortium.getVotes(stranger, await time.latest())).to.equal(0n);
      expect(await consortium.members()).to.deep.equal(
        voterAgencies.map((agency, index) => [BigInt(agency), voters[index]!.address]),
      );
      // A key that has become free may vote for another member.
      await enact(consortium, voters, await own(l, "admitMember", [90007, spareVoter.address]));
      expect(await consortium.getVotes(spareVoter, await time.latest())).to.equal(1n);
    });

    it("removed before the snapshot do not vote, removed after it still do", async () => {
      const l = await ledger();
      const { consortium, voters } = l;
      const leaving = voters[4]!;
      const removal = new Vote(consortium, await own(l, "removeMember", [voterAgencies[4]]));
      await removal.pass(voters);
      const ready = Number(await consortium.proposalEta(removal.id));

      // One proposal whose snapshot comes before the removal, one whose snapshot comes after it.
      const early = new Vote(consortium, await grant(l));
      await time.setNextBlockTimestamp(ready - timing.votingDelay - 10);
      await early.propose(voters[0]!);
      const late = new Vote(consortium, { ...(await grant(l)), description: "late" });
      await time.setNextBlockTimestamp(ready - 5);
      await late.propose(voters[0]!);
      await time.setNextBlockTimestamp(ready + 1);
      await removal.execute();
      await time.increase(timing.votingDelay + 10);

      await consortium.connect(leaving).castVote(early.id, 1);
      await expect(consortium.connect(leaving).castVote(late.id, 1))
        .to.be.revertedWithCustomError(consortium, "ConsortiumNotMember")
        .withArgs(leaving.address, await consortium.proposalSnapshot(late.id));
    });

    it("who left may not propose", async () => {
      const l = await ledger();
      await enact(l.consortium, l.voters, await own(l, "removeMember", [voterAgencies[4]]));
      await time.increase(2);
      await expect(new Vote(l.consortium, await grant(l)).propose(l.voters[4]!))
        .to.be.revertedWithCustomError(l.consortium, "GovernorInsufficientProposerVotes")
        .withArgs(l.voters[4]!.address, 0, 1);
    });
  });

  describe("refuses", () => {
    it("votes of strangers, second votes and unknown kinds of vote", async () => {
      const l = await ledger();
      const { consortium, voters, stranger } = l;
      const vote = new Vote(consortium, await grant(l));
      await vote.propose(voters[0]!);
      await time.increase(timing.votingDelay + 1);
      for (const support of [0, 1, 2]) {
        await expect(consortium.connect(stranger).castVote(vote.id, support))
          .to.be.revertedWithCustomError(consortium, "ConsortiumNotMember")
          .withArgs(stranger.address, await consortium.proposalSnapshot(vote.id));
      }
      await consortium.connect(voters[0]!).castVote(vote.id, 1);
      await expect(consortium.connect(voters[0]!).castVote(vote.id, 0))
        .to.be.revertedWithCustomError(consortium, "GovernorAlreadyCastVote")
        .withArgs(voters[0]!.address);
      await expect(consortium.connect(voters[1]!).castVote(vote.id, 3)).to.be.revertedWithCustomError(
        consortium,
        "GovernorInvalidVoteType",
      );
    });

    it("votes before the snapshot and after the deadline", async () => {
      const l = await ledger();
      const { consortium, voters } = l;
      const vote = new Vote(consortium, await grant(l));
      await vote.propose(voters[0]!);
      await expect(consortium.connect(voters[0]!).castVote(vote.id, 1))
        .to.be.revertedWithCustomError(consortium, "GovernorUnexpectedProposalState")
        .withArgs(vote.id, Pending, bitmap(Active));
      await time.increase(timing.votingDelay + timing.votingPeriod + 1);
      await expect(consortium.connect(voters[0]!).castVote(vote.id, 1))
        .to.be.revertedWithCustomError(consortium, "GovernorUnexpectedProposalState")
        .withArgs(vote.id, Defeated, bitmap(Active));
    });

    it("proposals of strangers, and cancelling by anybody but the proposer before the vote", async () => {
      const l = await ledger();
      const { consortium, voters, stranger } = l;
      const vote = new Vote(consortium, await grant(l));
      await expect(vote.propose(stranger))
        .to.be.revertedWithCustomError(consortium, "GovernorInsufficientProposerVotes")
        .withArgs(stranger.address, 0, 1);
      await vote.propose(voters[0]!);
      await expect(vote.cancel(voters[1]!))
        .to.be.revertedWithCustomError(consortium, "GovernorUnableToCancel")
        .withArgs(vote.id, voters[1]!.address);
      await vote.cancel(voters[0]!);
      expect(await vote.state()).to.equal(Canceled);
    });

    it("everybody but the vote itself", async () => {
      const { consortium, voters, deployer, stranger } = await ledger();
      for (const who of [voters[0]!, deployer, stranger]) {
        const as = consortium.connect(who);
        const calls = [
          () => as.admitMember(90006, stranger.address),
          () => as.removeMember(voterAgencies[0]!),
          () => as.replaceAccount(voterAgencies[0]!, stranger.address),
          () => as.setVotingDelay(0),
          () => as.setVotingPeriod(1),
          () => as.setProposalThreshold(0),
          () => as.setBaseDelaySeconds(1),
          () => as.setAccessManagerIgnored(stranger.address, ["0x00000000"], true),
          () => as.relay(stranger.address, 0, "0x"),
        ];
        for (const call of calls) {
          await expect(call())
            .to.be.revertedWithCustomError(consortium, "GovernorOnlyExecutor")
            .withArgs(who.address);
        }
      }
    });

    const membership = [
      {
        what: "agency 0",
        method: "admitMember",
        args: (l: Ledger) => [0, l.spareVoter.address],
        error: "AgencyMissing",
        values: () => [],
      },
      {
        what: "a member without key",
        method: "admitMember",
        args: () => [90006, ZeroAddress],
        error: "AccountMissing",
        values: () => [90006],
      },
      {
        what: "a member twice",
        method: "admitMember",
        args: (l: Ledger) => [90001, l.spareVoter.address],
        error: "MemberExists",
        values: (l: Ledger) => [90001, l.voters[0]!.address],
      },
      {
        what: "one key for two members",
        method: "admitMember",
        args: (l: Ledger) => [90006, l.voters[1]!.address],
        error: "AccountTaken",
        values: (l: Ledger) => [l.voters[1]!.address],
      },
      {
        what: "removing a stranger",
        method: "removeMember",
        args: () => [90006],
        error: "MemberUnknown",
        values: () => [90006],
      },
      {
        what: "another key for a stranger",
        method: "replaceAccount",
        args: (l: Ledger) => [90006, l.spareVoter.address],
        error: "MemberUnknown",
        values: () => [90006],
      },
      {
        what: "replacing by no key",
        method: "replaceAccount",
        args: () => [90001, ZeroAddress],
        error: "AccountMissing",
        values: () => [90001],
      },
      {
        what: "replacing by another member's key",
        method: "replaceAccount",
        args: (l: Ledger) => [90001, l.voters[1]!.address],
        error: "AccountTaken",
        values: (l: Ledger) => [l.voters[1]!.address],
      },
      {
        what: "replacing a key by itself",
        method: "replaceAccount",
        args: (l: Ledger) => [90001, l.voters[0]!.address],
        error: "AccountTaken",
        values: (l: Ledger) => [l.voters[0]!.address],
      },
    ] as const;
    for (const { what, method, args, error, values } of membership) {
      it(`even by vote: ${what}`, async () => {
        const l = await ledger();
        const vote = new Vote(l.consortium, await own(l, method, args(l)));
        await vote.pass(l.voters);
        await time.increase(timing.executionDelay);
        await expect(vote.execute())
          .to.be.revertedWithCustomError(l.consortium, `Consortium${error}`)
          .withArgs(...values(l));
      });
    }

    it("even by vote: doing without a delay", async () => {
      const l = await ledger();
      const data = l.consortium.interface.encodeFunctionData("setBaseDelaySeconds", [0]);
      const vote = new Vote(l.consortium, {
        target: await l.consortium.getAddress(),
        data,
        description: "now",
      });
      await vote.pass(l.voters);
      await time.increase(timing.executionDelay);
      await expect(vote.execute()).to.be.revertedWithCustomError(l.consortium, "ConsortiumDelayMissing");
    });

    it("removing the last member", async () => {
      const [only] = await ethers.getSigners();
      const { manager } = await ledger();
      const args = [await manager.getAddress(), [[1, only!.address]], [0, 10, 10]];
      const consortium = await deployAlone<Consortium>("Consortium", args, only!);
      const data = consortium.interface.encodeFunctionData("removeMember", [1]);
      await time.increase(2);
      const vote = new Vote(consortium, { target: await consortium.getAddress(), data, description: "end" });
      await vote.propose(only!);
      await time.increase(2);
      await consortium.castVote(vote.id, 1);
      await time.increase(10);
      await vote.queue();
      await time.increase(10);
      await expect(vote.execute())
        .to.be.revertedWithCustomError(consortium, "ConsortiumLastMember")
        .withArgs(1);
    });

    it("being founded without members, with one twice, or without a delay", async () => {
      const [a, b] = (await ethers.getSigners()) as [HardhatEthersSigner, HardhatEthersSigner];
      const manager = await (await ledger()).manager.getAddress();
      const { abi, bytecode } = await compiled("Consortium");
      const factory = new ethers.ContractFactory(abi, bytecode, a);
      const found = (members: unknown[], delay: number) => () =>
        factory.deploy(manager, members as never, [0, 1, delay] as never);
      const cases = [
        { call: found([], 1), error: "ConsortiumAgencyMissing", values: [] },
        {
          call: found(
            [
              [1, a.address],
              [1, b.address],
            ],
            1,
          ),
          error: "ConsortiumMemberExists",
          values: [1, a.address],
        },
        {
          call: found(
            [
              [1, a.address],
              [2, a.address],
            ],
            1,
          ),
          error: "ConsortiumAccountTaken",
          values: [a.address],
        },
        { call: found([[1, a.address]], 0), error: "ConsortiumDelayMissing", values: [] },
      ];
      for (const { call, error, values } of cases) {
        await expect(call())
          .to.be.revertedWithCustomError(factory, error)
          .withArgs(...values);
      }
    });
  });

  it("changes nothing when it schedules directly at the manager: only its proposals may", async () => {
    const { manager, voters } = await ledger();
    const data = manager.interface.encodeFunctionData("grantRole", [0, voters[0]!.address, 0]);
    await expect(manager.connect(voters[0]!).schedule(await manager.getAddress(), data, 0))
      .to.be.revertedWithCustomError(manager, "AccessManagerUnauthorizedCall")
      .withArgs(
        voters[0]!.address,
        await manager.getAddress(),
        id("grantRole(uint64,address,uint32)").slice(0, 10),
      );
  });
});

function bitmap(state: bigint): string {
  return ethers.toBeHex(1n << state, 32);
}
