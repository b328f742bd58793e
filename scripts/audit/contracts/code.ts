import { dataSlice, getAddress, Interface, keccak256, toBeHex } from "ethers";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { quantity } from "../../../sdk/verify/ask-block.ts";
import { contractOfParameter } from "../../deploy/plan.ts";
import type { ContractName } from "../../deploy/plan.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";
import { CompiledContracts } from "./compiled.ts";
import type { CompiledCode } from "./compiled.ts";
import type { ListedContract, ListedContracts } from "./discover.ts";

const managed = new Interface(["function authority() view returns (address)"]);

/** First byte of what the compiler appends: CBOR with a hash of the source text; its length stands in the last two. */
function metadataStart(code: Uint8Array): number {
  const length = ((code.at(-2) ?? 0) << 8) | (code.at(-1) ?? 0);
  return Math.max(0, code.length - 2 - length);
}

/** Where the code differs from what is compiled, immutables left out; null when nowhere. */
function firstOtherByte(found: Uint8Array, { code, immutables }: CompiledCode): number | null {
  const masked = Uint8Array.from(found);
  for (const { places } of immutables)
    for (const { start, length } of places) masked.fill(0, start, start + length);
  const length = Math.max(masked.length, code.length);
  for (let at = 0; at < length; at++) if (masked[at] !== code[at]) return at;
  return null;
}

/** What an immutable must hold, 32 bytes; null where this cannot be said from outside (EIP-712's parts of a domain). */
function expectedWord(name: string, own: string, chainId: number, listed: ListedContracts): string | null {
  const word = (value: bigint) => toBeHex(value, 32);
  if (name === "cachedThis") return word(BigInt(own));
  if (name === "cachedChainId") return word(BigInt(chainId));
  const other = contractOfParameter[name];
  const address = other && listed.get(other)?.address;
  return address ? word(BigInt(address)) : null;
}

/**
 * The code of each contract is what this repository compiles, its immutables point to the ledger's own contracts, and it
 * obeys the ledger's own AccessManager.
 */
export async function checkCode(
  node: AuditNode,
  { listed, chainId }: { listed: ListedContracts; chainId: number },
  part: Part,
): Promise<void> {
  const compiled = new CompiledContracts();
  for (const contract of listed.values()) {
    const { name, address, codeHash } = contract;
    const code = await node.rpc.call<string>("eth_getCode", [address, quantity(node.block)]);
    part.equal("code hashes", "CODE_HASH", name, keccak256(code), codeHash);
    const wanted = await compiled.of(name);
    const bytes = Buffer.from(code.slice(2), "hex");
    const other = firstOtherByte(bytes, wanted);
    part.count("runtime codes");
    const isOnlySource =
      other !== null && bytes.length === wanted.code.length && other >= metadataStart(wanted.code);
    if (isOnlySource)
      part.notes.push(`${name}: the same instructions, compiled from a source with other comments or names`);
    else if (other !== null) {
      const sides = { found: `${bytes.length} bytes`, expected: `${wanted.code.length} bytes` };
      part.finds("CODE_DIFFERS", `${name} at ${address}, byte ${other}`, sides);
      continue;
    }
    for (const { name: variable, places } of wanted.immutables) {
      const expected = expectedWord(variable, address, chainId, listed);
      if (!expected) continue;
      for (const { start, length } of places) {
        const found = dataSlice(code, start, start + length);
        part.equal("immutables", "IMMUTABLE", `${name} ${variable}`, found, expected);
      }
    }
    await checkAuthority(node, contract, listed, part);
  }
}

const isManaged = (name: ContractName) =>
  (abis[name] as readonly { type: string; name?: string }[]).some(
    (item) => item.type === "function" && item.name === "authority",
  );

async function checkAuthority(
  node: AuditNode,
  { name, address }: ListedContract,
  listed: ListedContracts,
  part: Part,
): Promise<void> {
  if (!isManaged(name)) return;
  const answer = await node.read({ address, abi: managed, method: "authority", args: [] });
  const found = "refused" in answer ? answer.refused : getAddress(String(answer.values[0]));
  part.equal("authorities", "AUTHORITY", name, found, listed.get("AccessManager")?.address);
}
