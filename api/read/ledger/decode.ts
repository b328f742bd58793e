import { Interface } from "ethers";
import type { ParamType, Result } from "ethers";
import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import { decodeContractError } from "../../../sdk/error-catalogue.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { shownRule } from "../../../sdk/redflags/index.ts";
import type { ArgumentRow, RefusalReason } from "../rows/ledger.ts";
import { cid, hex } from "../sql/values.ts";

const interfaces = new Map<string, Interface>();

function interfaceOf(contract: string): Interface | null {
  if (!(contract in abis)) return null;
  let found = interfaces.get(contract);
  if (!found) interfaces.set(contract, (found = new Interface(abis[contract as keyof typeof abis])));
  return found;
}

/** Arguments whose 32 bytes are a short text: project code, scheme, fund source, name, contract number. */
const TEXTS = new Set(["code", "scheme", "fundSource", "name", "contractNumber", "supplier", "format"]);

function plain(param: ParamType, value: unknown): unknown {
  if (param.baseType === "array")
    return (value as Result).toArray().map((one) => plain(param.arrayChildren!, one));
  if (param.baseType === "tuple") {
    return Object.fromEntries(
      param.components!.map((part, i) => [part.name, plain(part, (value as Result)[i])]),
    );
  }
  if (param.type === "bool") return value;
  if (param.type === "bytes32" && param.name === "rule") return shownRule(shortText(String(value)));
  if (param.type === "bytes32" && TEXTS.has(param.name)) return shortText(String(value));
  if (param.type === "bytes" && /cid$/i.test(param.name) && value !== "0x") {
    return cid(Buffer.from(String(value).slice(2), "hex"));
  }
  return String(value);
}

function shortText(value: string): string {
  try {
    return decodeBytes32Text(value);
  } catch {
    return value;
  }
}

function argumentsOf(params: readonly ParamType[], values: Result): ArgumentRow[] {
  return params.map((param, index) => {
    const value = plain(param, values[index]);
    return {
      name: param.name || String(index),
      type: param.format("sighash"),
      value: typeof value === "object" ? JSON.stringify(value) : String(value),
    };
  });
}

/** Arguments of a log by name; none when the contract's ABI is not known here. */
export function eventArguments(contract: string, topics: Buffer, data: Buffer): ArgumentRow[] {
  const list: string[] = [];
  for (let at = 0; at < topics.length; at += 32) list.push(hex(topics.subarray(at, at + 32)));
  try {
    const log = interfaceOf(contract)?.parseLog({ topics: list, data: hex(data) });
    return log ? argumentsOf(log.fragment.inputs, log.args) : [];
  } catch {
    return [];
  }
}

/** The call that a transaction makes; nulls when it is none of the contract's functions. */
export function decodedCall(
  contract: string | null,
  input: string,
): { function: string | null; args: ArgumentRow[] } {
  try {
    const call = contract ? interfaceOf(contract)?.parseTransaction({ data: input }) : null;
    if (call) return { function: call.name, args: argumentsOf(call.fragment.inputs, call.args) };
  } catch {
    // Data that do not fit the function: shown as they are, undecoded.
  }
  return { function: null, args: [] };
}

/** The reason in the revert data, in words. */
export function refusalReason(data: string): RefusalReason {
  const { code, args, th, en } = decodeContractError(data);
  const list = Object.entries(args).map(([name, value]) => ({
    name,
    type: typeof value === "bigint" ? "uint256" : typeof value === "boolean" ? "bool" : "bytes",
    value: TEXTS.has(name) && typeof value === "string" ? shortText(value) : String(value),
  }));
  return { code, args: list, texts: { th, en } };
}
