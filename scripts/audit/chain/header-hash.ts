import { encodeRlp, keccak256, toBeArray } from "ethers";

/** A block's header as JSON-RPC gives it. */
export interface RpcHeader {
  readonly number: string;
  readonly hash: string;
  readonly parentHash: string;
  readonly timestamp: string;
  readonly [field: string]: unknown;
}

/** Fields in the order in which they are hashed (Ethereum's execution specification), with what each holds. */
const fields: readonly [name: string, kind: "bytes" | "number"][] = [
  ["parentHash", "bytes"],
  ["sha3Uncles", "bytes"],
  ["miner", "bytes"],
  ["stateRoot", "bytes"],
  ["transactionsRoot", "bytes"],
  ["receiptsRoot", "bytes"],
  ["logsBloom", "bytes"],
  ["difficulty", "number"],
  ["number", "number"],
  ["gasLimit", "number"],
  ["gasUsed", "number"],
  ["timestamp", "number"],
  ["extraData", "bytes"],
  ["mixHash", "bytes"],
  ["nonce", "bytes"],
];

/** Added by later rules, in this order; a block has all up to its rules' last. */
const later: typeof fields = [
  ["baseFeePerGas", "number"],
  ["withdrawalsRoot", "bytes"],
  ["blobGasUsed", "number"],
  ["excessBlobGas", "number"],
  ["parentBeaconBlockRoot", "bytes"],
  ["requestsHash", "bytes"],
];

/** The hash that the header's fields give: keccak256 of their RLP; null when a field is missing or malformed. */
export function headerHash(header: RpcHeader): string | null {
  const present = [
    ...fields,
    ...later.filter(([name]) => header[name] !== undefined && header[name] !== null),
  ];
  try {
    const encoded = present.map(([name, kind]) => {
      const value = header[name] as string;
      return kind === "bytes" ? value : toBeArray(BigInt(value));
    });
    return keccak256(encodeRlp(encoded));
  } catch {
    return null;
  }
}
