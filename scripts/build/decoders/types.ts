import type { AbiEvent, AbiParameter } from "../../../sdk/journal.ts";

/** A parameter with the names that structs and enums have in Solidity. */
export type Parameter = Omit<AbiParameter, "components"> & {
  readonly name: string;
  readonly internalType?: string;
  readonly components?: readonly Parameter[];
};

export type Event = Omit<AbiEvent, "inputs"> & { readonly inputs: readonly Parameter[] };

/** Reader in words.ts and TypeScript type of each elementary type that the contracts use in events. */
const elementary: Readonly<Record<string, string>> = {
  uint8: "number",
  uint16: "number",
  uint32: "number",
  uint48: "bigint",
  uint64: "bigint",
  uint256: "bigint",
  bool: "boolean",
  address: "string",
  bytes32: "string",
  bytes: "string",
  string: "string",
};

export function itemOf(p: Parameter): Parameter | undefined {
  if (!p.type.endsWith("]")) return undefined;
  if (!p.type.endsWith("[]")) throw new Error(`decoders: ${p.type} is not supported yet`);
  return { ...p, type: p.type.slice(0, -2), internalType: p.internalType?.slice(0, -2) };
}

/** `struct IBudgetCommitments.YearAmount` → `YearAmount`. */
export function structName({ internalType, type }: Parameter): string {
  const name = /^struct (?:\w+\.)?(\w+)$/.exec(internalType ?? "")?.[1];
  if (!name) throw new Error(`decoders: a struct without a name (${type})`);
  return name;
}

export function typeScriptType(p: Parameter): string {
  const item = itemOf(p);
  if (item) return `readonly ${typeScriptType(item)}[]`;
  if (p.type === "tuple") return structName(p);
  const type = elementary[p.type];
  if (!type) throw new Error(`decoders: ${p.type} is not supported yet`);
  return type;
}

/** Bytes in the head when static, undefined when dynamic. */
export function staticSize(p: Parameter): number | undefined {
  if (itemOf(p) || p.type === "bytes" || p.type === "string") return undefined;
  if (p.type !== "tuple") return 32;
  return (p.components ?? []).reduce<number | undefined>((sum, component) => {
    const size = staticSize(component);
    return sum === undefined || size === undefined ? undefined : sum + size;
  }, 0);
}

/** Every struct that the parameters use, inner ones first. */
export function structsOf(
  parameters: readonly Parameter[],
  found = new Map<string, Parameter>(),
): Map<string, Parameter> {
  for (const parameter of parameters) {
    const p = itemOf(parameter) ?? parameter;
    if (p.type !== "tuple") continue;
    structsOf(p.components ?? [], found);
    found.set(structName(p), p);
  }
  return found;
}
