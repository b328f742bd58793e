import { fromHex } from "../../hex.ts";
import { keccak256 } from "../../keccak.ts";

/** Where a promise can be shown to be broken. */
export interface PromiseDomain {
  readonly chainId: number;
  /** address of the ActionLog, `0x…` of 20 bytes */
  readonly verifyingContract: string;
}

const text = (value: string) => new TextEncoder().encode(value);
const hashed = (value: string) => keccak256(text(value));

function words(...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.length * 32);
  // Numbers and addresses stand at the right of their word, hashes fill it.
  parts.forEach((part, index) => bytes.set(part, index * 32 + 32 - part.length));
  return bytes;
}

const DOMAIN_TYPE = hashed(
  "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)",
);
const NAME = hashed("Prongsai ActionLog");
const VERSION = hashed("1");
const PROMISES_TYPE = hashed("Promises(bytes32 root)");

function separator({ chainId, verifyingContract }: PromiseDomain): Uint8Array {
  const chain = new Uint8Array(8);
  new DataView(chain.buffer).setBigUint64(0, BigInt(chainId));
  return keccak256(words(DOMAIN_TYPE, NAME, VERSION, chain, fromHex(verifyingContract, 20)));
}

/**
 * What a gateway signs for all promises of a group: EIP-712 `Promises(bytes32 root)` under the ActionLog's domain.
 *
 * @param root RFC 9162 root over the statements' hashes
 */
export function promisesDigest(domain: PromiseDomain, root: Uint8Array): Uint8Array {
  const struct = keccak256(words(PROMISES_TYPE, root));
  const bytes = new Uint8Array(66);
  bytes.set([0x19, 0x01]);
  bytes.set(separator(domain), 2);
  bytes.set(struct, 34);
  return keccak256(bytes);
}
