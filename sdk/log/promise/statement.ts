import { fromHex } from "../../hex.ts";
import { leafHash } from "../../merkle/hash.ts";

/**
 * What a gateway promised: from `firstIndex` on the service's log will hold `count` leaves whose RFC 9162 root is
 * `leavesRoot`, anchored by `deadline`. Times are Unix seconds. Source: struct PromiseStatement in
 * contracts/log/IActionLog.sol.
 */
export interface PromiseStatement {
  /** id of the service, `0x…` of 32 bytes */
  readonly service: string;
  readonly firstIndex: number;
  readonly count: number;
  /** `0x…` of 32 bytes */
  readonly leavesRoot: string;
  readonly issuedAt: number;
  readonly deadline: number;
}

/** `abi.encode` of the statement: six words of 32 bytes. */
export function encodeStatement(statement: PromiseStatement): Uint8Array {
  const { service, firstIndex, count, leavesRoot, issuedAt, deadline } = statement;
  const bytes = new Uint8Array(6 * 32);
  const words = new DataView(bytes.buffer);
  const number = (word: number, value: number) => words.setBigUint64(word * 32 + 24, BigInt(value));
  bytes.set(fromHex(service, 32), 0);
  number(1, firstIndex);
  number(2, count);
  bytes.set(fromHex(leavesRoot, 32), 3 * 32);
  number(4, issuedAt);
  number(5, deadline);
  return bytes;
}

/** The statement as a leaf of the tree that is signed: SHA-256(0x00 ‖ abi.encode(statement)). */
export function statementHash(statement: PromiseStatement): Uint8Array {
  return leafHash(encodeStatement(statement));
}
