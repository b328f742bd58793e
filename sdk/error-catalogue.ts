import { AbiCoder, ErrorFragment } from "ethers";
import type { Explanation, Texts } from "./errors.ts";
import { fillTexts } from "./errors/contract-text.ts";
import type { ContractErrorTexts } from "./errors/contract-text.ts";
import { documentErrors } from "./errors/documents.ts";
import { evmTexts } from "./errors/evm.ts";
import { errors } from "./errors/registers.generated.ts";
import { abis } from "./generated/abi/index.ts";

/** Texts of every custom error of the contracts, by the error's name. */
export const contractErrorCatalogue: ContractErrorTexts = {
  ...documentErrors,
  ...errors,
};

/** An ABI as Hardhat writes it. */
export type Abi = readonly { readonly type: string; readonly name?: string }[];

/** Why a contract refused a call, in words. */
export type ContractError = {
  /** contract whose name the error's begins with; null for libraries and for what the EVM itself raises */
  readonly contract: string | null;
  /** name of the error, `Panic`, `Error`, or empty when there is none or it is unknown */
  readonly name: string;
  /** the offending values by name: bigint, string, boolean */
  readonly args: Readonly<Record<string, unknown>>;
  /** stable code: the error's name, or EVM_PANIC, EVM_REVERT, EVM_REVERT_SILENT, CONTRACT_ERROR_UNKNOWN */
  readonly code: string;
  readonly th: Explanation;
  readonly en: Explanation;
};

const standard = ["error Error(string reason)", "error Panic(uint256 code)"].map((text) =>
  ErrorFragment.from(text),
);

function errorsBySelector(known: readonly Abi[]): Map<string, ErrorFragment> {
  const fragments = known
    .flat()
    .filter(({ type }) => type === "error")
    .map((item) => ErrorFragment.from(item));
  return new Map([...standard, ...fragments].map((fragment) => [fragment.selector, fragment]));
}

let ledgerErrors: Map<string, ErrorFragment> | undefined;

function contractOf(name: string): string | null {
  const owners = Object.keys(abis).filter((contract) => name.startsWith(contract));
  return owners.sort((a, b) => b.length - a.length)[0] ?? null;
}

function decodeArgs(fragment: ErrorFragment, data: string): Record<string, unknown> | undefined {
  try {
    const values = AbiCoder.defaultAbiCoder()
      .decode(fragment.inputs, `0x${data.slice(10)}`)
      .toArray();
    return Object.fromEntries(fragment.inputs.map((input, index) => [input.name, values[index]]));
  } catch {
    return undefined;
  }
}

function described(name: string, args: Record<string, unknown>, code: string, texts: Texts): ContractError {
  return { contract: contractOf(name), name, args, code, th: texts.th, en: texts.en };
}

/**
 * The reason in the return data of a refused call, explained in Thai and English with its values. Never throws: data
 * that cannot be read are explained as such.
 *
 * @param data return data of the revert, `0x…`
 * @param known ABIs to look the error up in; all contracts of the ledger when left out
 */
export function decodeContractError(data: string, known?: readonly Abi[]): ContractError {
  if (data === "0x" || data === "") return described("", {}, "EVM_REVERT_SILENT", evmTexts.silent());
  const errors = known ? errorsBySelector(known) : (ledgerErrors ??= errorsBySelector(Object.values(abis)));
  const selector = data.slice(0, 10).toLowerCase();
  const fragment = errors.get(selector);
  const args = fragment && decodeArgs(fragment, data);
  if (!fragment || !args) return described("", {}, "CONTRACT_ERROR_UNKNOWN", evmTexts.unknown(selector));
  const { name } = fragment;
  if (name === "Panic") return described(name, args, "EVM_PANIC", evmTexts.panic(args["code"] as bigint));
  if (name === "Error") return described(name, args, "EVM_REVERT", evmTexts.reason(String(args["reason"])));
  const texts = contractErrorCatalogue[name];
  if (!texts) return described(name, args, "CONTRACT_ERROR_UNKNOWN", evmTexts.unknown(selector));
  return described(name, args, name, fillTexts(texts, args));
}
