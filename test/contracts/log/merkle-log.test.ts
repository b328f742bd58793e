/**
 * MerkleLog by itself, in a small contract of the test's own: against the vectors of RFC 9162, and against the SDK's
 * verifiers, which follow the text of the RFC step by step where the contract knows the whole way beforehand.
 * `npm run fuzz:contracts` tries more; `FUZZ_SEED` repeats a run, `FUZZ_PROOFS` says how many proofs of each kind it takes.
 */
import { expect } from "chai";
import { compile, sourcesOf } from "../../../scripts/solidity/compiler.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { inclusionRoot, leafHash, verifyConsistency } from "../../../sdk/merkle.ts";
import { alteredSources, ethers, networkHelpers } from "../../support/ledger.ts";
import { random } from "../../support/random.ts";
import { exactVectors, fromBase64 } from "../../sdk/support/vectors.ts";
import { Proofs, type Consistency, type Inclusion } from "./proofs.ts";

const PATH = "harness.sol";
const HARNESS = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;
import {MerkleLog} from "contracts/lib/MerkleLog.sol";
contract Harness {
    struct Inclusion { uint64 index; uint64 size; bytes32 leaf; bytes32 root; bytes32[] path; }
    struct Consistency { uint64 oldSize; uint64 newSize; bytes32 oldRoot; bytes32 newRoot; bytes32[] path; }
    function emptyRoot() external pure returns (bytes32) { return MerkleLog.EMPTY_ROOT; }
    function leafHash(bytes memory entry) external pure returns (bytes32) { return MerkleLog.leafHash(entry); }
    function rootOf(Inclusion calldata p) external view returns (bool fits, bytes32 root) {
        return MerkleLog.rootOf(p.leaf, p.index, p.size, p.path);
    }
    function includes(Inclusion[] calldata ps) external view returns (bool[] memory found) {
        found = new bool[](ps.length);
        for (uint256 i = 0; i < ps.length; ++i) {
            Inclusion calldata p = ps[i];
            found[i] = MerkleLog.includes(p.root, p.size, p.leaf, p.index, p.path);
        }
    }
    function extends_(Consistency[] calldata ps) external view returns (bool[] memory found) {
        found = new bool[](ps.length);
        for (uint256 i = 0; i < ps.length; ++i) {
            Consistency calldata p = ps[i];
            found[i] = MerkleLog.extends(p.oldSize, p.oldRoot, p.newSize, p.newRoot, p.path);
        }
    }
}`;

const ZERO = `0x${"00".repeat(32)}`;
const EMPTY = "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const AT_ONCE = 250;

async function deployed() {
  const sources = await sourcesOf([PATH], { ...(await alteredSources()), [PATH]: HARNESS });
  const { abi, bytecode } = compile(sources, PATH, "Harness");
  const [signer] = await ethers.getSigners();
  return new ethers.ContractFactory(abi, bytecode, signer).deploy();
}

async function harness() {
  const contract = await networkHelpers.loadFixture(deployed);
  const ask = async <T>(method: string, list: T[]): Promise<boolean[]> => {
    const found: boolean[] = [];
    for (let from = 0; from < list.length; from += AT_ONCE)
      found.push(...((await contract.getFunction(method)(list.slice(from, from + AT_ONCE))) as boolean[]));
    return found;
  };
  return {
    contract,
    includes: (list: Inclusion[]) => ask("includes", list),
    extends: (list: Consistency[]) => ask("extends_", list),
  };
}

/** A hash of a vector; what stands there instead of one ("don't care", or nothing) is filled up to a word. */
function word(text: string | null): string {
  const found = fromBase64(text);
  if (found.length > 32) throw new Error(`a vector has a hash of ${found.length} bytes`);
  return toHex(Uint8Array.from({ length: 32 }, (_, at) => found[at] ?? 0));
}

describe("MerkleLog", () => {
  it("knows the root of the tree without entries and the hash of a leaf", async () => {
    const { contract } = await harness();
    expect(await contract.getFunction("emptyRoot")()).to.equal(EMPTY);
    for (const bytes of [new Uint8Array(), new Uint8Array([0]), new Uint8Array(200).fill(7)])
      expect(await contract.getFunction("leafHash")(bytes)).to.equal(toHex(leafHash(bytes)));
  });

  it("judges every inclusion vector of RFC 9162 as it says", async () => {
    const { includes } = await harness();
    const all = exactVectors<{
      leafIdx: bigint;
      treeSize: bigint;
      root: string | null;
      leafHash: string | null;
      proof: string[] | null;
      wantErr: boolean;
    }>("rfc9162/inclusion");
    const proofs = all.map(({ vector: { leafIdx: index, treeSize: size, leafHash: leaf, root, proof } }) => ({
      index,
      size,
      leaf: word(leaf),
      root: word(root),
      path: (proof ?? []).map(word),
    }));
    const found = await includes(proofs);
    all.forEach(({ name, vector: { wantErr, root, leafHash: leaf } }, at) => {
      // A call cannot leave out a hash of 32 bytes.
      if (root === "" && leaf === "") expect(wantErr, name).to.equal(true);
      else expect(found[at], name).to.equal(!wantErr);
    });
    expect(all.filter(({ vector }) => vector.wantErr)).to.have.length.above(30);
    expect(all.filter(({ vector }) => !vector.wantErr)).to.have.length.above(2);
  });

  it("judges every consistency vector of RFC 9162 as it says", async () => {
    const { extends: extend } = await harness();
    const all = exactVectors<{
      size1: bigint;
      size2: bigint;
      root1: string | null;
      root2: string | null;
      proof: string[] | null;
      wantErr: boolean;
    }>("rfc9162/consistency");
    const proofs = all.map(({ vector: { size1: oldSize, size2: newSize, root1, root2, proof } }) => ({
      oldSize,
      newSize,
      oldRoot: word(root1),
      newRoot: word(root2),
      path: (proof ?? []).map(word),
    }));
    const found = await extend(proofs);
    all.forEach(({ name, vector: { wantErr, size1 } }, at) => {
      // RFC 9162 knows no proof from the tree without entries; a log's first root needs none.
      const expected = size1 === 0n ? extendsBySdk(proofs[at]!) : !wantErr;
      expect(found[at], name).to.equal(expected);
    });
    expect(all.filter(({ vector }) => vector.wantErr)).to.have.length.above(20);
    expect(all.filter(({ vector }) => !vector.wantErr)).to.have.length.above(2);
  });

  it("lets every tree extend the empty one, by no proof and from its root only", async () => {
    const { extends: extend } = await harness();
    const to = (newSize: number, change: Partial<Consistency> = {}): Consistency => ({
      oldSize: 0,
      newSize,
      oldRoot: EMPTY,
      newRoot: ZERO,
      path: [],
      ...change,
    });
    expect(await extend([to(1), to(7), to(0, { newRoot: EMPTY })])).to.deep.equal([true, true, true]);
    const wrong = [
      to(7, { path: [ZERO] }),
      to(7, { oldRoot: ZERO }),
      to(0),
      to(0, { newRoot: EMPTY, path: [ZERO] }),
    ];
    expect(await extend(wrong)).to.deep.equal([false, false, false, false]);
  });

  it("accepts the proof of every leaf and of every extension up to 64 leaves", async () => {
    const { includes, extends: extend } = await harness();
    const proofs = new Proofs(random(9162));
    const inclusions: Inclusion[] = [];
    const extensions: Consistency[] = [];
    for (let size = 1; size <= 64; size++) {
      for (let at = 0; at < size; at++) inclusions.push(proofs.inclusion(BigInt(at), BigInt(size)));
      for (let from = 1; from <= size; from++)
        extensions.push(proofs.consistency(BigInt(from), BigInt(size)));
    }
    expect((await includes(inclusions)).filter((fine) => !fine)).to.deep.equal([]);
    expect((await extend(extensions)).filter((fine) => !fine)).to.deep.equal([]);
  });

  const count = Number(process.env.FUZZ_PROOFS ?? 1_000);
  const source = random(Number(process.env.FUZZ_SEED ?? 2569));

  it(`agrees with the SDK over ${2 * count} random proofs, most of them spoilt (FUZZ_SEED=${source.seed})`, async function () {
    this.timeout(Math.max(120_000, count * 20));
    const { includes, extends: extend, contract } = await harness();
    const proofs = new Proofs(source);
    const inclusions: Inclusion[] = [];
    const extensions: Consistency[] = [];
    for (let n = 0; n < count; n++) {
      const size = proofs.size();
      const inclusion = proofs.inclusion(proofs.below(size), size);
      inclusions.push(source.chance(0.25) ? inclusion : proofs.spoilInclusion(inclusion));
      const consistency = proofs.consistency(proofs.below(size) + 1n, size);
      extensions.push(source.chance(0.25) ? consistency : proofs.spoilConsistency(consistency));
    }
    const seen = { accepted: 0, refused: 0 };
    const agree = (kind: string, list: object[], found: boolean[], expected: boolean[]) =>
      list.forEach((proof, index) => {
        const print = () =>
          JSON.stringify(proof, (_, value) => (typeof value === "bigint" ? `${value}` : value));
        if (found[index] !== expected[index])
          expect.fail(`FUZZ_SEED=${source.seed} FUZZ_PROOFS=${count}: ${kind} ${print()} is ${found[index]}`);
        seen[found[index] ? "accepted" : "refused"]++;
      });
    agree("inclusion", inclusions, await includes(inclusions), inclusions.map(includesBySdk));
    agree("consistency", extensions, await extend(extensions), extensions.map(extendsBySdk));
    expect(seen.accepted).to.be.above(count / 4);
    expect(seen.refused).to.be.above(count / 4);
    for (const proof of inclusions.slice(0, 200)) {
      const root = rootBySdk(proof);
      const { fits, root: found } = (await contract.getFunction("rootOf")(proof)) as {
        fits: boolean;
        root: string;
      };
      expect([fits, found]).to.deep.equal(root ? [true, toHex(root)] : [false, ZERO]);
    }
  });
});

/** Sizes stay below 2^53, so the SDK's numbers hold them. */
const rootBySdk = ({ leaf, index, size, path }: Inclusion) =>
  inclusionRoot(bytes(leaf), { index: Number(index), size: Number(size), path: path.map(bytes) });

function includesBySdk(proof: Inclusion): boolean {
  const root = rootBySdk(proof);
  return root !== undefined && toHex(root) === proof.root;
}

/** The SDK proves extensions of one leaf at least; from none everything extends by an empty proof. */
function extendsBySdk({ oldSize, newSize, oldRoot, newRoot, path }: Consistency): boolean {
  if (oldSize === 0n) {
    const same = newSize === 0n ? newRoot === oldRoot : oldRoot === EMPTY;
    return path.length === 0 && same;
  }
  const proof = { prefix: Number(oldSize), size: Number(newSize), path: path.map(bytes) };
  return verifyConsistency(proof, bytes(oldRoot), bytes(newRoot));
}

function bytes(hash: string): Uint8Array {
  return fromHex(hash, 32);
}
