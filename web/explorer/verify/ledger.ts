import { ProngsaiError } from "../../../sdk/errors.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { askBlock } from "../../../sdk/verify/ask-block.ts";
import type { AskedDetail } from "../../../sdk/verify/step.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../ui/verify/types.ts";
import { askAt } from "../data/request.ts";
import { Contracts } from "./contracts.graphql.ts";

/** State of the ledger that the page speaks of. */
export type Standing = { readonly block: number; readonly chainId: number };

/** The words for the step in which a node was asked. */
export function askedStep(
  { t, dateTime, count }: Texts,
  { url, chainId, block, blockTime, newest }: AskedDetail,
): VerifyStep {
  const asked = { url, chain: chainId, block: count(block), time: dateTime(blockTime) };
  return { text: t("checks.asked", { ...asked, newest: count(newest) }) };
}

/** Asks the reader's node whether it serves this chain and knows this block. */
export async function askLedger(address: string, { block, chainId }: Standing, signal: AbortSignal) {
  const rpc = new RpcClient(address);
  return { rpc, asked: await askBlock(rpc, chainId, block, signal) };
}

/** Why a check could not be made, in the reader's language; anything unexplained is thrown on. */
export function cannotResult(error: unknown, language: Texts["language"]): VerifyResult {
  if (!(error instanceof ProngsaiError)) throw error;
  const { what, why, mend } = error.explain(language);
  return { kind: "unknown", why: `${what} ${why}`.trim(), mend, code: error.code };
}

/** Where the registers stand according to this website, and the directory that must list them. */
export async function findContracts(): Promise<{
  address: (name: string) => string | undefined;
  directory?: string;
}> {
  const { deployments } = await askAt("/graphql")(Contracts, {});
  const newest = new Map(
    deployments.toSorted((a, b) => a.version - b.version).map((one) => [one.name, one.target]),
  );
  return { address: (name) => newest.get(name), directory: deployments[0]?.provenance.contract };
}

/** What stands in every evidence file: who was asked, about what, and when; and which directory vouched for the registers. */
export function evidenceHead(kind: string, standing: Standing, asked: AskedDetail, directory: string) {
  return {
    type: "prongsai-evidence",
    version: 1,
    kind,
    ...standing,
    asked,
    directory,
    checkedAt: new Date().toISOString(),
  };
}
