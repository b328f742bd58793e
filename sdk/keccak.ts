import { keccak_256 } from "@noble/hashes/sha3.js";

/** Keccak-256 as Ethereum uses it: any bytes in, 32 bytes out, a new array each time. */
export type Keccak = (bytes: Uint8Array) => Uint8Array;

/** In plain JavaScript: works everywhere at once, also under a content security policy without WebAssembly. */
export const keccak256: Keccak = (bytes) => keccak_256(bytes);

/** In WebAssembly, several times faster; for indexers and audits that hash millions of events. */
export async function createWasmKeccak(): Promise<Keccak> {
  const { createKeccak } = await import("hash-wasm");
  const hasher = await createKeccak(256);
  return (bytes) => hasher.init().update(bytes).digest("binary");
}
