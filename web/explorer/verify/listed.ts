import type { RpcClient } from "../../../sdk/rpc.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../ui/verify/types.ts";
import { callAll } from "./call.ts";

/** The step when the directory lists every register, or why nothing that they say can be believed. */
export type Listed = { readonly step: VerifyStep } | { readonly refused: VerifyResult };

/**
 * Asks the node that the reader chose whether the ledger's directory lists these registers. A contract that it does not
 * list may say anything: anybody could have made it, and a website could point to it.
 *
 * @throws RpcError
 */
export async function askListed(
  { t }: Texts,
  rpc: RpcClient,
  directory: string,
  registers: readonly string[],
  block: number,
  signal: AbortSignal,
): Promise<Listed> {
  const listed = await callAll(
    rpc,
    registers.map((register) => ({
      contract: "Directory",
      to: directory,
      method: "isListed",
      args: [register],
    })),
    block,
    signal,
  );
  const strange = registers[listed.findIndex((one) => one !== true)];
  if (strange) return { refused: { kind: "unknown", why: t("checks.unlisted", { address: strange }) } };
  return { step: { text: t("checks.listed", { directory }) } };
}
