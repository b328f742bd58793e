/** Promises of gateways, built with ethers alone. */
import { AbiCoder, concat, getBytes, sha256, type Signer, type TypedDataDomain } from "ethers";
import { toHex } from "../../../sdk/hex.ts";
import { merkleRoot, proveInclusion } from "../../../sdk/merkle.ts";
import type { Ledger } from "../ledger.ts";
import { rootOf } from "./leaves.ts";

export const promiseTypes = { Promises: [{ name: "root", type: "bytes32" }] };

export interface Statement {
  service: string;
  firstIndex: number | bigint;
  count: number | bigint;
  leavesRoot: string;
  issuedAt: number;
  deadline: number;
}

export interface Signed {
  statement: Statement;
  groupIndex: number;
  groupSize: number;
  groupPath: string[];
  signature: string;
}

export async function promiseDomain({ log, description }: Ledger): Promise<TypedDataDomain> {
  return {
    name: "Prongsai ActionLog",
    version: "1",
    chainId: description.chainId,
    verifyingContract: await log.getAddress(),
  };
}

/** SHA-256(0x00 ‖ abi.encode(statement)). */
export function statementHash({
  service,
  firstIndex,
  count,
  leavesRoot,
  issuedAt,
  deadline,
}: Statement): string {
  const encoded = AbiCoder.defaultAbiCoder().encode(
    ["bytes32", "uint64", "uint64", "bytes32", "uint64", "uint64"],
    [service, firstIndex, count, leavesRoot, issuedAt, deadline],
  );
  return sha256(concat(["0x00", encoded]));
}

/** Promises signed together by `gateway`, one for each statement; `domain` says for which chain and contract. */
export async function signGroup(
  l: Ledger,
  gateway: Signer,
  statements: Statement[],
  domain: TypedDataDomain = {},
): Promise<Signed[]> {
  const hashes = statements.map((statement) => getBytes(statementHash(statement)));
  const root = toHex(merkleRoot(hashes));
  const whole = { ...(await promiseDomain(l)), ...domain };
  const signature = await gateway.signTypedData(whole, promiseTypes, { root });
  return statements.map((statement, groupIndex) => ({
    statement,
    groupIndex,
    groupSize: statements.length,
    groupPath: proveInclusion(hashes, groupIndex).path.map(toHex),
    signature,
  }));
}

/** That `list` will be anchored from `firstIndex` on within a minute of `issuedAt`. */
export function promising(
  service: string,
  firstIndex: number,
  list: readonly Uint8Array[],
  issuedAt: number,
): Statement {
  const [count, leavesRoot] = [list.length, rootOf(list)];
  return { service, firstIndex, count, leavesRoot, issuedAt, deadline: issuedAt + 60 };
}
