import {
  AbiCoder,
  TypedDataEncoder,
  Wallet,
  getBytes,
  recoverAddress,
  sha256,
  verifyTypedData,
} from "ethers";
import { expect } from "chai";
import fc from "fast-check";
import { toHex } from "../../../../sdk/hex.ts";
import { promisesDigest } from "../../../../sdk/log/promise/digest.ts";
import { signPromises } from "../../../../sdk/log/promise/signed.ts";
import { encodeStatement, statementHash } from "../../../../sdk/log/promise/statement.ts";
import type { PromiseStatement } from "../../../../sdk/log/promise/statement.ts";
import { merkleRoot, verifyInclusion } from "../../../../sdk/merkle.ts";

const word = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex);
const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(toHex);
const number = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const statement: fc.Arbitrary<PromiseStatement> = fc.record({
  ...{
    service: word,
    firstIndex: number,
    count: number,
    leavesRoot: word,
    issuedAt: number,
    deadline: number,
  },
});
const domain = fc.record({ chainId: fc.integer({ min: 1, max: 2 ** 53 - 1 }), verifyingContract: address });

const eip712 = (d: { chainId: number; verifyingContract: string }) => ({
  name: "Prongsai ActionLog",
  version: "1",
  ...d,
});
const TYPES = { Promises: [{ name: "root", type: "bytes32" }] };

/** The struct of contracts/log/IActionLog.sol, as Solidity encodes it. */
const abiEncoded = ({ service, firstIndex, count, leavesRoot, issuedAt, deadline }: PromiseStatement) =>
  AbiCoder.defaultAbiCoder().encode(
    ["tuple(bytes32,uint64,uint64,bytes32,uint64,uint64)"],
    [[service, firstIndex, count, leavesRoot, issuedAt, deadline]],
  );

describe("promises of a gateway", () => {
  it("are encoded as ethers encodes the contract's struct", () => {
    fc.assert(
      fc.property(statement, (value) => {
        expect(toHex(encodeStatement(value))).to.equal(abiEncoded(value));
        const leaf = sha256(new Uint8Array([0, ...getBytes(abiEncoded(value))]));
        expect(toHex(statementHash(value))).to.equal(leaf);
      }),
      { numRuns: 200, seed: 2567 },
    );
  });

  it("are digested as ethers digests EIP-712", () => {
    fc.assert(
      fc.property(domain, word, (where, root) => {
        const expected = TypedDataEncoder.hash(eip712(where), TYPES, { root });
        expect(toHex(promisesDigest(where, getBytes(root)))).to.equal(expected);
      }),
      { numRuns: 200, seed: 2567 },
    );
  });

  it("are signed once for a group, and each can be shown alone", () => {
    const key = new Wallet(`0x${"11".repeat(32)}`);
    fc.assert(
      fc.property(domain, fc.array(statement, { minLength: 1, maxLength: 12 }), (where, statements) => {
        const signed = signPromises(where, statements, key.privateKey);
        const hashes = statements.map(statementHash);
        const root = merkleRoot(hashes);
        expect(signed.map((promise) => promise.statement)).to.deep.equal(statements);
        for (const { groupIndex, groupSize, groupPath, signature } of signed) {
          expect(verifyTypedData(eip712(where), TYPES, { root: toHex(root) }, signature)).to.equal(
            key.address,
          );
          expect(getBytes(signature)).to.have.lengthOf(65);
          const proof = { index: groupIndex, size: groupSize, path: groupPath.map((part) => getBytes(part)) };
          expect(verifyInclusion(hashes[groupIndex]!, proof, root)).to.equal(true);
        }
      }),
      { numRuns: 40, seed: 2567 },
    );
  });

  it("bind to their chain, their contract and every word of the statement", () => {
    const where = { chainId: 31_337, verifyingContract: `0x${"a1".repeat(20)}` };
    const said: PromiseStatement = {
      service: `0x${"5e".repeat(32)}`,
      firstIndex: 7,
      count: 3,
      leavesRoot: `0x${"0f".repeat(32)}`,
      issuedAt: 1_795_000_000,
      deadline: 1_795_000_600,
    };
    const key = new Wallet(`0x${"22".repeat(32)}`);
    const [promise] = signPromises(where, [said], key.privateKey);
    const signer = (at: typeof where, changed: Partial<PromiseStatement>) =>
      recoverAddress(
        toHex(promisesDigest(at, merkleRoot([statementHash({ ...said, ...changed })]))),
        promise!.signature,
      );
    expect(signer(where, {})).to.equal(key.address);
    expect(signer({ ...where, chainId: 1 }, {})).to.not.equal(key.address);
    expect(signer({ ...where, verifyingContract: `0x${"a2".repeat(20)}` }, {})).to.not.equal(key.address);
    for (const name of ["firstIndex", "count", "issuedAt", "deadline"] as const)
      expect(signer(where, { [name]: said[name] + 1 }), name).to.not.equal(key.address);
    for (const name of ["service", "leavesRoot"] as const)
      expect(signer(where, { [name]: `0x${"00".repeat(32)}` }), name).to.not.equal(key.address);
  });
});
