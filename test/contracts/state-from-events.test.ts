import { expect } from "chai";
import type { BaseContract, Result } from "ethers";
import { encodeBytes32String, keccak256 } from "ethers";
import { anchorInput } from "../support/anchor.ts";
import { enact } from "../support/consortium.ts";
import { document } from "../support/document.ts";
import { draftProject, raise } from "../support/flags.ts";
import { ethers, type Ledger, ledger, networkHelpers } from "../support/ledger.ts";
import { AGENCY, OTHER_AGENCY, people, tag } from "../support/people.ts";

interface Fact {
  name: string;
  args: Result;
  block: number;
  time: bigint;
}

/** Everything a contract ever said, and nothing else. */
async function factsOf(contract: BaseContract): Promise<Fact[]> {
  const logs = await ethers.provider.getLogs({ address: await contract.getAddress(), fromBlock: 0 });
  return Promise.all(
    logs.map(async (log) => {
      const { name, args } = contract.interface.parseLog(log)!;
      const block = await ethers.provider.getBlock(log.blockNumber);
      return { name, args, block: log.blockNumber, time: BigInt(block!.timestamp) };
    }),
  );
}

describe("state rebuilt from events alone", () => {
  it("is AgencyRegistry's", async () => {
    const { registry, officers } = await ledger();
    await registry.renameAgency(AGENCY, "ใหม่", "New");
    await registry.suspendAgency(OTHER_AGENCY);
    await registry.suspendAgency(AGENCY);
    await registry.reinstateAgency(AGENCY);
    await registry.revokeOfficer(officers.recorderAgain);

    const agencies = new Map<bigint, unknown[]>();
    const accounts = new Map<string, unknown[]>();
    for (const { name, args } of await factsOf(registry)) {
      const entry = agencies.get(args.code as bigint);
      if (name === "AgencyEnrolled")
        agencies.set(args.code, [args.code, args.nameTh, args.nameEn, args.province, true]);
      if (name === "AgencyRenamed") entry!.splice(1, 2, args.nameTh, args.nameEn);
      if (name === "AgencySuspended") entry![4] = false;
      if (name === "AgencyReinstated") entry![4] = true;
      if (name === "OfficerEnrolled") {
        const { account, agency, duties, validFrom, validUntil, personTag } = args;
        accounts.set(account, [agency, duties, validFrom, validUntil, false, personTag]);
      }
      if (name === "OfficerRevoked") accounts.get(args.account)![4] = true;
    }
    expect(agencies.size).to.equal(4);
    expect(accounts.size).to.equal(Object.keys(people).length);
    for (const [code, entry] of agencies) expect(await registry.agency(code)).to.deep.equal(entry);
    for (const [account, entry] of accounts) expect(await registry.officer(account)).to.deep.equal(entry);
    for (const personTag of new Set([...accounts.values()].map((entry) => entry[5] as string))) {
      const held = [...accounts.values()].filter((entry) => entry[5] === personTag && !entry[4]);
      const duties = held.reduce((sum, entry) => sum | (entry[1] as bigint), 0n);
      expect(await registry.dutiesOfPerson(personTag)).to.equal(duties);
      for (const code of agencies.keys()) {
        expect(await registry.servesAgency(personTag, code)).to.equal(
          held.some((entry) => entry[0] === code),
        );
      }
    }
    expect(await registry.dutiesOfPerson(tag("nobody"))).to.equal(0n);
  });

  it("is Directory's", async () => {
    const l = await ledger();
    const { directory, consortium, voters } = l;
    const name = encodeBytes32String("ImportAnchor");
    const target = await directory.getAddress();
    const data = directory.interface.encodeFunctionData("retire", [name, 1]);
    await enact(consortium, voters, { target, data, description: "retire" });

    const names: string[] = [];
    const deployments = new Map<string, unknown[]>();
    for (const { name: event, args, block } of await factsOf(directory)) {
      const key = `${args.name} ${args.version}`;
      if (event === "DeploymentPublished") {
        if (!names.includes(args.name as string)) names.push(args.name as string);
        const { version, target: address, codeHash } = args;
        deployments.set(key, [args.name, version, address, codeHash, BigInt(block), false]);
      }
      if (event === "DeploymentRetired") deployments.get(key)![5] = true;
    }
    expect(await directory.names()).to.deep.equal(names);
    for (const [key, entry] of deployments) {
      const [of, version] = key.split(" ") as [string, string];
      expect(await directory.deployment(of, BigInt(version))).to.deep.equal(entry);
      expect(keccak256(await ethers.provider.getCode(entry[2] as string))).to.equal(entry[3]);
    }
    expect([...deployments.values()].filter((entry) => entry[5])).to.have.length(1);
  });

  it("is BudgetFlags's", async () => {
    const l = await ledger();
    await flagged(l);
    const flags = new Map<bigint, unknown[]>();
    const nonces = new Map<string, bigint>();
    for (const { name, args, time } of await factsOf(l.flags)) {
      const entry = flags.get(args.flagId as bigint);
      if (name === "FlagRaised") {
        const { agency } = await l.projects.project(args.code as string);
        const { flagId, code, replyDueAt, rule, signer } = args;
        flags.set(flagId, [code, agency, 1n, false, time, replyDueAt, rule, signer]);
        nonces.set(signer, (nonces.get(signer as string) ?? 0n) + 1n);
      }
      if (name === "FlagReplied") entry![2] = 2n;
      if (name === "FlagMarkedUnanswered") entry![3] = true;
      if (name === "FlagReviewStarted") entry![2] = 3n;
      if (name === "FlagDecided") entry![2] = args.verdict;
    }
    expect([...flags.values()].map((entry) => entry[2])).to.deep.equal([1n, 2n, 3n, 5n]);
    for (const [flagId, entry] of flags) expect(await l.flags.flag(flagId)).to.deep.equal(entry);
    for (const [signer, nonce] of nonces) expect(await l.flags.nonceOf(signer)).to.equal(nonce);
  });

  it("is ImportAnchor's", async () => {
    const { anchor, officers } = await ledger();
    const importing = anchor.connect(officers.importer);
    for (const n of [1, 2, 3]) await importing.anchorBatch(anchorInput(n));
    await importing.supersede(1, 3);
    await importing.supersede(3, 2);
    await importing.anchorBatch(anchorInput(1));
    await importing.supersede(2, 4);

    const replacedBy = new Map<bigint, bigint>();
    const readings = new Map<string, [fileSha256: string, parserVersion: string, batchId: bigint]>();
    const facts = await factsOf(anchor);
    for (const { name, args } of facts) {
      if (name === "BatchAnchored") replacedBy.set(args.batchId as bigint, 0n);
      if (name === "BatchSuperseded") replacedBy.set(args.batchId as bigint, args.byBatchId as bigint);
    }
    expect(await anchor.batchCount()).to.equal(BigInt(replacedBy.size));
    for (const [batchId, by] of replacedBy) expect(await anchor.supersededBy(batchId)).to.equal(by);
    for (const { args } of facts.filter(({ name }) => name === "BatchAnchored")) {
      const { fileSha256, parserVersion } = args.batch as { fileSha256: string; parserVersion: string };
      readings.set(`${fileSha256} ${parserVersion}`, [fileSha256, parserVersion, args.batchId as bigint]);
    }
    expect(readings.size).to.equal(3);
    for (const [fileSha256, parserVersion, batchId] of readings.values())
      expect(await anchor.batchOf(fileSha256, parserVersion)).to.equal(batchId);
  });
});

/** One flag in each of four states, the first of them unanswered. */
async function flagged(l: Ledger): Promise<void> {
  const code = await draftProject(l);
  for (const signer of [l.citizen, l.citizen2, l.citizen, l.citizen2]) await raise(l, code, signer);
  const { recorder, auditor } = l.officers;
  for (const flagId of [2, 3, 4]) await l.flags.connect(recorder).reply(flagId, document("reply"));
  for (const flagId of [3, 4]) await l.flags.connect(auditor).startReview(flagId);
  await l.flags.connect(auditor).decide(4, 5, document("reason"));
  await networkHelpers.time.increase(16 * 86_400);
  await l.flags.markUnanswered(1);
}
