import type { Signer } from "ethers";
import { ledgerContract } from "../../sdk/contracts.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { importCommandError } from "./errors.ts";
import { refused } from "./refused.ts";

/**
 * Refuses, before anything is anchored, to replace a batch that there is not.
 * @throws ProngsaiError IMPORT_BATCH_UNKNOWN
 */
export async function requireBatch(
  batchId: bigint,
  deployment: DeploymentDescription,
  signer: Signer,
): Promise<void> {
  const newest = await ledgerContract("ImportAnchor", deployment, signer).batchCount();
  if (batchId > newest)
    throw importCommandError("IMPORT_BATCH_UNKNOWN", {
      th: `ไม่มีชุดข้อมูลที่ ${batchId} ชุดล่าสุดคือชุดที่ ${newest}`,
      en: `there is no batch ${batchId}; the newest is ${newest}`,
    });
}

/**
 * Records that one batch replaces another as a whole, unless it is recorded already: rows that the new one left out no
 * longer count.
 * @param signer an officer with the duty of importing in the agency that anchored the batch to be replaced
 * @returns hash of the transaction; null when it was recorded before
 * @throws ProngsaiError IMPORT_REFUSED with what the ledger said, in Thai and English
 */
export async function supersede(
  batchId: bigint,
  by: bigint,
  deployment: DeploymentDescription,
  signer: Signer,
): Promise<string | null> {
  const anchor = ledgerContract("ImportAnchor", deployment, signer);
  if ((await anchor.supersededBy(batchId)) === by) return null;
  const sent = await anchor
    .supersede(batchId, by, { gasPrice: 0, type: 0 })
    .catch((cause: unknown) => Promise.reject(refused(cause)));
  await sent.wait();
  return sent.hash;
}
