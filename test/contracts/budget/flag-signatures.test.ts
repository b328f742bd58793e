import { expect } from "chai";
import {
  getBytes,
  hexlify,
  Signature,
  TypedDataEncoder,
  type TypedDataDomain,
  Wallet,
  ZeroAddress,
} from "ethers";
import { document } from "../../support/document.ts";
import {
  draftProject,
  flagDomain,
  flagPayload,
  flagTypes,
  raise,
  type FlagPayload,
} from "../../support/flags.ts";
import { deployAlone, ethers, type Ledger, ledger, networkHelpers } from "../../support/ledger.ts";
import { random } from "../../support/random.ts";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const MUTATIONS = Number(process.env.SIGNATURE_MUTATIONS ?? 10_000);

async function fixture() {
  const l = await ledger();
  const code = await draftProject(l);
  const payload = await flagPayload(l, code, l.citizen, { statement: document("statement") });
  const domain = await flagDomain(l);
  const signature = await l.citizen.signTypedData(domain, flagTypes, payload);
  return { l, code, payload, domain, signature };
}

const submit = (
  l: Ledger,
  payload: FlagPayload,
  signature: string,
  signer: { address: string } = l.citizen,
) => l.flags.raiseFlag(payload, signer.address, signature);

describe("BudgetFlags: signatures", () => {
  it("are over the type that ethers encodes", async () => {
    const { l, payload, domain, signature } = await fixture();
    const encoder = TypedDataEncoder.from(flagTypes);
    expect(await l.flags.FLAG_TYPEHASH()).to.equal(ethers.id(encoder.encodeType("Flag")));
    expect(encoder.primaryType).to.equal("Flag");
    expect(await l.flags.eip712Domain()).to.deep.equal([
      "0x0f",
      domain.name,
      domain.version,
      31337n,
      await l.flags.getAddress(),
      `0x${"00".repeat(32)}`,
      [],
    ]);
    await submit(l, payload, signature);
  });

  it("count whoever relays them", async () => {
    const { l, payload, signature } = await fixture();
    await l.flags.connect(l.deployer).raiseFlag(payload, l.citizen, signature);
    expect(await l.flags.nonceOf(l.citizen)).to.equal(1n);
    expect(await l.flags.nonceOf(l.deployer)).to.equal(0n);
  });

  it("count until the last second of the deadline", async () => {
    const { l, payload, signature } = await fixture();
    await networkHelpers.time.setNextBlockTimestamp(payload.deadline);
    await submit(l, payload, signature);
  });

  describe("are refused when", () => {
    it("expired", async () => {
      const { l, payload, signature } = await fixture();
      await networkHelpers.time.setNextBlockTimestamp(payload.deadline + 1);
      await expect(submit(l, payload, signature))
        .to.be.revertedWithCustomError(l.flags, "BudgetFlagsExpired")
        .withArgs(payload.deadline, payload.deadline + 1);
    });

    it("replayed", async () => {
      const { l, payload, signature } = await fixture();
      await submit(l, payload, signature);
      await expect(submit(l, payload, signature))
        .to.be.revertedWithCustomError(l.flags, "BudgetFlagsNonceWrong")
        .withArgs(l.citizen.address, 1, 0);
    });

    it("ahead of their turn", async () => {
      const { l, code } = await fixture();
      await expect(raise(l, code, l.citizen, { nonce: 1n }))
        .to.be.revertedWithCustomError(l.flags, "BudgetFlagsNonceWrong")
        .withArgs(l.citizen.address, 0, 1);
    });

    it("forged: another key signed for the signer", async () => {
      const { l, payload, domain } = await fixture();
      const forged = await l.citizen2.signTypedData(domain, flagTypes, payload);
      await expect(submit(l, payload, forged))
        .to.be.revertedWithCustomError(l.flags, "BudgetFlagsSignatureInvalid")
        .withArgs(l.citizen2.address);
    });

    it("claimed by another signer", async () => {
      const { l, payload, signature } = await fixture();
      await expect(submit(l, payload, signature, l.citizen2))
        .to.be.revertedWithCustomError(l.flags, "BudgetFlagsSignatureInvalid")
        .withArgs(l.citizen.address);
    });

    const foreign: { what: string; change: TypedDataDomain }[] = [
      { what: "made for another chain", change: { chainId: 1 } },
      { what: "made for another contract", change: { verifyingContract: `0x${"11".repeat(20)}` } },
      { what: "made for another version", change: { version: "2" } },
      { what: "made for another application", change: { name: "Prongsai Votes" } },
    ];
    for (const { what, change } of foreign) {
      it(what, async () => {
        const { l, payload, domain } = await fixture();
        const signature = await l.citizen.signTypedData({ ...domain, ...change }, flagTypes, payload);
        await expect(submit(l, payload, signature)).to.be.revertedWithCustomError(
          l.flags,
          "BudgetFlagsSignatureInvalid",
        );
      });
    }

    it("submitted to a second deployment of the same contract", async () => {
      const { l, payload, signature } = await fixture();
      const args = [await l.registry.getAddress(), await l.projects.getAddress()];
      const twin = await deployAlone("BudgetFlags", args, l.stranger);
      await expect(
        twin.getFunction("raiseFlag")(payload, l.citizen.address, signature),
      ).to.be.revertedWithCustomError(l.flags, "BudgetFlagsSignatureInvalid");
    });

    it("malleated: high s, the other v, EIP-2098, v as 0 or 1, one byte more or less, empty", async () => {
      const { l, payload, signature } = await fixture();
      const { r, s, v, compactSerialized } = Signature.from(signature);
      const high = ethers.toBeHex(ORDER - BigInt(s), 32);
      const other = v === 27 ? 28 : 27;
      const flat = (parts: string[]) => ethers.concat(parts);
      const malformed = [
        flat([r, high, ethers.toBeHex(other)]),
        flat([r, high, ethers.toBeHex(v)]),
        compactSerialized,
        flat([r, s, ethers.toBeHex(v - 27, 1)]),
        `${signature}00`,
        signature.slice(0, -2),
        "0x",
        `0x${"00".repeat(65)}`,
      ];
      for (const bytes of malformed) {
        await expect(submit(l, payload, bytes), bytes)
          .to.be.revertedWithCustomError(l.flags, "BudgetFlagsSignatureInvalid")
          .withArgs(ZeroAddress);
      }
      await expect(submit(l, payload, flat([r, s, ethers.toBeHex(other)]))).to.be.revertedWithCustomError(
        l.flags,
        "BudgetFlagsSignatureInvalid",
      );
    });

    it("unreadable, even for the zero address", async () => {
      const { l, payload } = await fixture();
      await expect(submit(l, payload, "0x", { address: ZeroAddress }))
        .to.be.revertedWithCustomError(l.flags, "BudgetFlagsSignatureInvalid")
        .withArgs(ZeroAddress);
    });

    it("valid for another text: every field of the payload is signed", async () => {
      const { l, payload, signature } = await fixture();
      const changes: Partial<FlagPayload>[] = [
        { code: ethers.id("other") },
        { rule: ethers.id("other") },
        { statement: document("other") },
        { statement: { ...payload.statement, cid: document("other").cid } },
        { statement: { ...payload.statement, digest: ethers.id("other") } },
        { statement: { ...payload.statement, date: payload.statement.date - 1 } },
        { nonce: 1n },
        { deadline: payload.deadline + 1 },
      ];
      for (const change of changes) {
        await expect(
          submit(l, { ...payload, ...change }, signature),
          JSON.stringify(Object.keys(change)),
        ).to.be.revertedWithCustomError(l.flags, "BudgetFlagsSignatureInvalid");
      }
    });
  });

  it(`accept none of ${MUTATIONS} mutants of a good signature`, async function () {
    this.timeout(300_000);
    const { l, payload, signature } = await fixture();
    const { next, seed } = random();
    const original = getBytes(signature);
    const invalid = l.flags.interface.getError("BudgetFlagsSignatureInvalid")!.selector;
    const mutants = new Set<string>();
    while (mutants.size < MUTATIONS) {
      const bytes = Uint8Array.from(original);
      const times = 1 + Math.floor(next() * 4);
      for (let i = 0; i < times; i++) bytes[Math.floor(next() * 65)]! ^= 1 + Math.floor(next() * 255);
      if (hexlify(bytes) !== signature) mutants.add(hexlify(bytes));
    }
    const to = await l.flags.getAddress();
    const from = l.relayer.address;
    let accepted = 0;
    for (const mutant of mutants) {
      const data = l.flags.interface.encodeFunctionData("raiseFlag", [payload, l.citizen.address, mutant]);
      try {
        await ethers.provider.send("eth_call", [{ to, from, data }, "latest"]);
        accepted++;
      } catch (error) {
        expect(JSON.stringify(errorData(error)), `seed ${seed}, ${mutant}`).to.contain(invalid);
      }
    }
    expect(accepted, `seed ${seed}`).to.equal(0);
    await submit(l, payload, signature);
  });

  it("of fresh random keys are accepted for those keys alone", async () => {
    const { l, payload, domain } = await fixture();
    for (let i = 0; i < 20; i++) {
      const wallet = Wallet.createRandom();
      const fresh = await wallet.signTypedData(domain, flagTypes, payload);
      expect(await l.flags.raiseFlag.staticCall(payload, wallet.address, fresh)).to.equal(1n);
      await expect(submit(l, payload, fresh))
        .to.be.revertedWithCustomError(l.flags, "BudgetFlagsSignatureInvalid")
        .withArgs(wallet.address);
    }
  });
});

/** Revert data wherever the provider put it. */
function errorData(error: unknown): unknown {
  const { data, error: inner, info } = error as { data?: unknown; error?: unknown; info?: unknown };
  return [data, inner, info, String(error)];
}
