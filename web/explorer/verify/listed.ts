import { RpcError } from "../../../sdk/rpc.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { strangeContract } from "../../../sdk/verify/strange-contract.ts";
import type { NamedContract } from "../../../sdk/verify/strange-contract.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../ui/verify/types.ts";
import { registerName } from "../names/registers.ts";
import { callEntries } from "./call.ts";

/** The step when the directory lists every register, or why nothing that they say can be believed. */
export type Listed = { readonly step: VerifyStep } | { readonly refused: VerifyResult };

/**
 * Asks the node that the reader chose whether the ledger's directory lists these registers by their names. Whatever else
 * a website points to proves nothing.
 *
 * @throws RpcError
 */
export async function askListed(
  { t }: Texts,
  rpc: RpcClient,
  directory: string,
  registers: readonly NamedContract[],
  block: number,
  signal: AbortSignal,
): Promise<Listed> {
  const strange = await strangeContract(registers, async (getters) => {
    const calls = getters.map((getter) => ({ ...getter, contract: "Directory", to: directory }));
    const answers = await callEntries(rpc, calls, block, signal);
    return answers.map((answer) => (answer instanceof RpcError ? null : answer));
  });
  if (!strange) return { step: { text: t("checks.listed", { directory }) } };
  const { address, name } = strange;
  const why = t("checks.unlisted", { address, name: registerName(t, name) });
  return { refused: { kind: "unknown", why } };
}
