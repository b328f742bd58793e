import { Interface } from "ethers";
import type { ParamType } from "ethers";
import { abis } from "../generated/abi/index.ts";
import type { RegisterName } from "../registers.ts";

/** A value as a contract means it: numbers of any size are bigint, bytes and addresses `0x…`, tuples plain objects. */
export type Plain = bigint | boolean | string | readonly Plain[] | { readonly [name: string]: Plain };

/** An event of a register, decoded, with its place on the chain. */
export interface RegisterEvent {
  readonly register: RegisterName;
  readonly name: string;
  readonly args: { readonly [name: string]: Plain };
  readonly block: number;
  /** Unix seconds of the block. */
  readonly time: bigint;
  readonly txHash: string;
  readonly logIndex: number;
}

/** Decoded values as plain data, by the types that the ABI gives them. */
export function plainValue(type: ParamType, value: unknown): Plain {
  if (type.isArray()) return Array.from(value as unknown[], (item) => plainValue(type.arrayChildren, item));
  if (type.isTuple()) return plainFields(type.components, value as unknown[]);
  return value as Plain;
}

/** As `plainValue`, of several parameters by their names. */
function plainFields(types: readonly ParamType[], values: ArrayLike<unknown>): Record<string, Plain> {
  return Object.fromEntries(types.map((type, index) => [type.name, plainValue(type, values[index])]));
}

const interfaces = new Map<RegisterName, Interface>();

/** The register's ABI, parsed once. */
export function registerInterface(name: RegisterName): Interface {
  const known = interfaces.get(name) ?? new Interface(abis[name]);
  interfaces.set(name, known);
  return known;
}

/**
 * The event that a log holds; null for a log of no event of this register.
 *
 * @throws when the log has the topic of an event and not its data
 */
export function decodeEvent(
  register: RegisterName,
  log: { readonly topics: readonly string[]; readonly data: string },
  place: Pick<RegisterEvent, "block" | "time" | "txHash" | "logIndex">,
): RegisterEvent | null {
  const parsed = registerInterface(register).parseLog(log);
  if (!parsed) return null;
  return { register, name: parsed.name, args: plainFields(parsed.fragment.inputs, parsed.args), ...place };
}
