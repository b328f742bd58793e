/** Promises of gateways: who signed what for which log, and what their breach leaves behind. */
import { expect } from "chai";
import { getBytes, hexlify, id, recoverAddress, Signature, TypedDataEncoder, Wallet } from "ethers";
import type { TypedDataDomain } from "ethers";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { promisesDigest } from "../../../sdk/log/promise/digest.ts";
import { signPromises } from "../../../sdk/log/promise/signed.ts";
import { statementHash as sdkStatementHash } from "../../../sdk/log/promise/statement.ts";
import type { PromiseStatement } from "../../../sdk/log/promise/statement.ts";
import { merkleRoot } from "../../../sdk/merkle.ts";
import { deployAlone, ethers, networkHelpers, START } from "../../support/ledger.ts";
import { inclusion, leafAt, leaves } from "../../support/log/leaves.ts";
import { END, logging, OTHER_SERVICE, type Scene } from "../../support/log/office.ts";
import {
  promiseDomain,
  promiseTypes,
  promising,
  signGroup,
  statementHash,
  type Signed,
} from "../../support/log/promise.ts";
import { random } from "../../support/random.ts";
import type { ActionLog } from "../../../sdk/generated/types/index.ts";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const MUTATIONS = Number(process.env.SIGNATURE_MUTATIONS ?? 10_000);
const [MISSED, WRONG] = [0, 1];

const scene = () => networkHelpers.loadFixture(logging);

/** Goes on until the deadline has passed, unless the test has taken that long. */
async function overdue({ statement: { deadline } }: Signed): Promise<void> {
  const now = await networkHelpers.time.latest();
  if (now <= deadline) await networkHelpers.time.increaseTo(deadline + 1);
}

/** Several promises of the scene's gateway under one signature. */
async function group({ office, service, ...l }: Scene, count: number, domain: TypedDataDomain = {}) {
  const now = await networkHelpers.time.latest();
  const statements = Array.from({ length: count }, (_, n) =>
    promising(service, 5 + 2 * n, leaves(7 + 2 * n).slice(5 + 2 * n), now),
  );
  return signGroup(l, office.gateway(0), statements, domain);
}

describe("promises", () => {
  it("are signed over the digest that ethers computes, in the domain that the contract tells", async () => {
    const l = await scene();
    const { log, promise } = l;
    const domain = await promiseDomain(l);
    expect(await log.eip712Domain()).to.deep.equal([
      "0x0f",
      domain.name,
      domain.version,
      31337n,
      await log.getAddress(),
      `0x${"00".repeat(32)}`,
      [],
    ]);
    const root = toHex(merkleRoot([getBytes(statementHash(promise.statement))]));
    const digest = TypedDataEncoder.hash(domain, promiseTypes, { root });
    const verifyingContract = (await log.getAddress()).toLowerCase();
    expect(toHex(promisesDigest({ chainId: 31337, verifyingContract }, fromHex(root, 32)))).to.equal(digest);
    expect(recoverAddress(digest, promise.signature)).to.equal(l.office.gateway(0).address);
    expect(toHex(sdkStatementHash(promise.statement as PromiseStatement))).to.equal(
      statementHash(promise.statement),
    );
  });

  it("of the SDK are understood by the contract, each of its group", async () => {
    const l = await scene();
    const wallet = Wallet.createRandom();
    await l.office.as("keeper").addGateway(l.service, wallet.address, START, END);
    const now = await networkHelpers.time.latest();
    const statements = Array.from({ length: 7 }, (_, n) => promising(l.service, 6 + n, leaves(3), now));
    const verifyingContract = (await l.log.getAddress()).toLowerCase();
    const signed = signPromises(
      { chainId: 31337, verifyingContract },
      statements as PromiseStatement[],
      wallet.privateKey,
    );
    await networkHelpers.time.increase(100);
    for (const { groupPath, ...promise } of signed) {
      await expect(l.log.reportMissedDeadline({ ...promise, groupPath: [...groupPath] }))
        .to.emit(l.log, "PromiseBroken")
        .withArgs(
          l.service,
          toHex(sdkStatementHash(promise.statement)),
          wallet.address,
          MISSED,
          promise.statement.firstIndex,
        );
    }
    expect(await l.log.brokenPromises(l.service)).to.equal(7n);
  });

  it("bind after the gateway's end when they were given before it", async () => {
    const { office, log, service, promise } = await scene();
    await office.as("keeper").endGateway(service, office.gateway(0));
    await overdue(promise);
    await log.reportMissedDeadline(promise);
    expect(await log.brokenPromises(service)).to.equal(1n);
  });

  it("bind after the service's end, also to what can no longer be anchored", async () => {
    const { office, log, service } = await scene();
    await office.as("keeper").retireService(service);
    const promise = await office.promise(service, 5, 8);
    await networkHelpers.time.increase(1_000);
    await log.reportMissedDeadline(promise);
    expect(await log.brokenPromises(service)).to.equal(1n);
  });

  it("of more leaves than a log can hold are broken like others", async () => {
    const { office, log, service, promise, ...l } = await scene();
    const most = 2n ** 64n - 1n;
    const statement = { ...promise.statement, firstIndex: most, count: most };
    const [signed] = await signGroup({ log, ...l }, office.gateway(0), [statement]);
    await overdue(promise);
    await expect(log.reportMissedDeadline(signed!))
      .to.emit(log, "PromiseBroken")
      .withArgs(service, statementHash(statement), office.gateway(0).address, MISSED, most);
  });

  it("are broken in two ways, and neither report hides the other", async () => {
    const { office, log, service, promise } = await scene();
    const list = [...leaves(5), ...leaves(9, "another").slice(5)];
    const hash = statementHash(promise.statement);
    const wrong = (anchored: Uint8Array[]) =>
      log.reportWrongLeaf(
        promise,
        1,
        toHex(leafAt(6)),
        inclusion(leaves(8).slice(5), 1),
        toHex(leafAt(6, "another")),
        inclusion(anchored, 6),
      );
    await office.anchorList(service, 5, list.slice(0, 7));
    await overdue(promise);
    await log.reportMissedDeadline(promise);
    expect([await log.isReported(hash, MISSED), await log.isReported(hash, WRONG)]).to.deep.equal([
      true,
      false,
    ]);
    await office.anchorList(service, 7, list);
    await wrong(list);
    expect([await log.isReported(hash, MISSED), await log.isReported(hash, WRONG)]).to.deep.equal([
      true,
      true,
    ]);
    expect(await log.brokenPromises(service)).to.equal(2n);
    expect(await log.brokenPromises(id(OTHER_SERVICE))).to.equal(0n);
    await expect(wrong(list))
      .to.be.revertedWithCustomError(log, "ActionLogAlreadyReported")
      .withArgs(hash, WRONG);
  });

  describe("are refused when", () => {
    const foreign: { what: string; domain: TypedDataDomain }[] = [
      { what: "made for another chain", domain: { chainId: 1 } },
      { what: "made for another contract", domain: { verifyingContract: `0x${"11".repeat(20)}` } },
      { what: "made for another version", domain: { version: "2" } },
      { what: "made for another application", domain: { name: "Prongsai Flags" } },
    ];
    for (const { what, domain } of foreign) {
      it(what, async () => {
        const l = await scene();
        const [signed] = await group(l, 1, domain);
        await overdue(signed!);
        await expect(l.log.reportMissedDeadline(signed!)).to.be.revertedWithCustomError(
          l.log,
          "ActionLogNotPromised",
        );
      });
    }

    it("handed to a second deployment of the same contract", async () => {
      const l = await scene();
      const args = [await l.manager.getAddress(), await l.registry.getAddress()];
      const twin = await deployAlone<ActionLog>("ActionLog", args, l.stranger);
      await overdue(l.promise);
      await expect(twin.reportMissedDeadline(l.promise)).to.be.revertedWithCustomError(
        l.log,
        "ActionLogNotPromised",
      );
      await l.log.reportMissedDeadline(l.promise);
    });

    it("forged, or taken from another group: the root that was signed is another", async () => {
      const l = await scene();
      const [first, second] = await group(l, 2);
      const [, , third] = await group(l, 3);
      await overdue(third!);
      const forgeries: Signed[] = [
        { ...first!, statement: { ...first!.statement, deadline: Number(first!.statement.deadline) - 1 } },
        { ...first!, statement: { ...first!.statement, firstIndex: 6 } },
        { ...first!, statement: { ...first!.statement, count: 3 } },
        { ...first!, statement: { ...first!.statement, leavesRoot: id("other") } },
        { ...first!, statement: { ...first!.statement, issuedAt: Number(first!.statement.issuedAt) - 1 } },
        { ...first!, statement: { ...first!.statement, service: l.other } },
        { ...first!, statement: second!.statement },
        { ...first!, groupIndex: 1 },
        { ...first!, groupPath: second!.groupPath },
        { ...third!, signature: first!.signature },
        { ...first!, signature: third!.signature },
      ];
      for (const [n, forged] of forgeries.entries()) {
        await expect(l.log.reportMissedDeadline(forged), `forgery ${n}`).to.be.revertedWithCustomError(
          l.log,
          "ActionLogNotPromised",
        );
      }
      for (const signed of [first!, second!, third!]) await l.log.reportMissedDeadline(signed);
    });

    it("malleated: high s, the other v, EIP-2098, v as 0 or 1, one byte more or less", async () => {
      const { log, promise } = await scene();
      const { r, s, v, compactSerialized } = Signature.from(promise.signature);
      const high = ethers.toBeHex(ORDER - BigInt(s), 32);
      const other = v === 27 ? 28 : 27;
      await overdue(promise);
      for (const signature of [
        ethers.concat([r, high, ethers.toBeHex(other)]),
        ethers.concat([r, high, ethers.toBeHex(v)]),
        ethers.concat([r, s, ethers.toBeHex(other)]),
        ethers.concat([r, s, ethers.toBeHex(v - 27, 1)]),
        compactSerialized,
        `${promise.signature}00`,
        promise.signature.slice(0, -2),
      ]) {
        await expect(
          log.reportMissedDeadline({ ...promise, signature }),
          signature,
        ).to.be.revertedWithCustomError(log, "ActionLogNotPromised");
      }
    });
  });

  it(`count under none of ${MUTATIONS} mutants of a good signature`, async function () {
    this.timeout(300_000);
    const { log, promise, relayer } = await scene();
    const { next, seed } = random();
    await overdue(promise);
    const original = getBytes(promise.signature);
    const invalid = log.interface.getError("ActionLogNotPromised")!.selector;
    const mutants = new Set<string>();
    while (mutants.size < MUTATIONS) {
      const bytes = Uint8Array.from(original);
      for (let left = 1 + Math.floor(next() * 4); left > 0; left--)
        bytes[Math.floor(next() * 65)]! ^= 1 + Math.floor(next() * 255);
      if (hexlify(bytes) !== promise.signature) mutants.add(hexlify(bytes));
    }
    const [to, from] = [await log.getAddress(), relayer.address];
    let accepted = 0;
    for (const signature of mutants) {
      const data = log.interface.encodeFunctionData("reportMissedDeadline", [{ ...promise, signature }]);
      try {
        await ethers.provider.send("eth_call", [{ to, from, data }, "latest"]);
        accepted++;
      } catch (error) {
        const { data: reason, error: inner, info } = error as Record<string, unknown>;
        expect(JSON.stringify([reason, inner, info, String(error)]), `seed ${seed}, ${signature}`).to.contain(
          invalid,
        );
      }
    }
    expect(accepted, `seed ${seed}`).to.equal(0);
    await log.reportMissedDeadline(promise);
  });
});
