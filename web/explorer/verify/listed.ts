import { RpcError } from "../../../sdk/rpc.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { strangeContract } from "../../../sdk/verify/strange-contract.ts";
import type { NamedContract } from "../../../sdk/verify/strange-contract.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../ui/verify/types.ts";
import { registerName } from "../names/registers.ts";
import { callEntries } from "./call.ts";
import { findContracts } from "./ledger.ts";

/** Why nothing that the registers say can be believed. */
export type Refused = { readonly refused: VerifyResult };

/** Addresses of registers by their names, and of the directory that lists them. */
export type Listed<Name extends string> = {
  readonly registers: Readonly<Record<Name, string>>;
  readonly directory: string;
};

const unknown = (why: string, code?: string): Refused => ({ refused: { kind: "unknown", why, code } });

async function* listedBy(
  directory: string | undefined,
  { t }: Texts,
  rpc: RpcClient,
  registers: readonly NamedContract[],
  block: number,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, { readonly directory: string } | Refused> {
  if (!directory) return unknown(t("checks.noContracts", { name: "Directory" }), "VERIFY_NO_CONTRACT");
  const strange = await strangeContract(registers, async (getters) => {
    const calls = getters.map((getter) => ({ ...getter, contract: "Directory", to: directory }));
    const answers = await callEntries(rpc, calls, block, signal);
    return answers.map((answer) => (answer instanceof RpcError ? null : answer));
  });
  if (strange) {
    const { address, name } = strange;
    return unknown(t("checks.unlisted", { address, name: registerName(t, name) }));
  }
  yield { text: t("checks.listed", { directory }) };
  return { directory };
}

/**
 * Asks the node that the reader chose whether the ledger's directory lists these registers by their names. Whatever else
 * a website points to proves nothing.
 *
 * @returns the directory's address
 * @throws RpcError
 */
export async function* requireListed(
  texts: Texts,
  rpc: RpcClient,
  registers: readonly NamedContract[],
  block: number,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, { readonly directory: string } | Refused> {
  const { directory } = await findContracts();
  return yield* listedBy(directory, texts, rpc, registers, block, signal);
}

/**
 * Where this website says that registers stand, if the directory lists them there.
 *
 * @throws RpcError
 */
export async function* findListed<Name extends string>(
  texts: Texts,
  rpc: RpcClient,
  names: readonly Name[],
  block: number,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, Listed<Name> | Refused> {
  const { address: addressOf, directory } = await findContracts();
  const registers: NamedContract[] = [];
  for (const name of names) {
    const address = addressOf(name);
    if (!address) return unknown(texts.t("checks.noContracts", { name }), "VERIFY_NO_CONTRACT");
    registers.push({ name, address });
  }
  const listed = yield* listedBy(directory, texts, rpc, registers, block, signal);
  if ("refused" in listed) return listed;
  const addresses = Object.fromEntries(registers.map(({ name, address }) => [name, address]));
  return { registers: addresses as Record<Name, string>, directory: listed.directory };
}
