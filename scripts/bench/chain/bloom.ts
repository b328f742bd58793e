import { getBytes, keccak256 } from "ethers";

const BYTES = 256;

/** Filter of 2,048 bits over addresses and topics. Source: Ethereum yellow paper, 4.4.3. */
export function logsBloom(logs: readonly { address: string; topics: readonly string[] }[]): string {
  const bits = Buffer.alloc(BYTES);
  for (const { address, topics } of logs) {
    for (const value of [address, ...topics]) {
      const hash = Buffer.from(getBytes(keccak256(value)));
      for (const at of [0, 2, 4]) {
        const bit = hash.readUInt16BE(at) & 2047;
        bits[BYTES - 1 - (bit >> 3)]! |= 1 << (bit & 7);
      }
    }
  }
  return `0x${bits.toString("hex")}`;
}
