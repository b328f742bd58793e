import { keccak256, toUtf8Bytes } from "ethers";
import type { Signer } from "ethers";
import { encodeBytes32Text } from "../../sdk/bytes32.ts";
import { ledgerContract } from "../../sdk/contracts.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { parseCid } from "../../sdk/documents/index.ts";
import type { ImportPlan } from "./plan.ts";
import { refused } from "./refused.ts";

export interface Anchored {
  readonly batchId: bigint;
  /** Hash of the transaction; null when the batch was anchored before. */
  readonly transaction: string | null;
  /** The batch that has replaced the one that was anchored before; null when it stands. */
  readonly replacedBy: bigint | null;
}

/** The batch as `ImportAnchor.anchorBatch` takes it. */
export function batchInput(plan: ImportPlan) {
  const { source, file, sourceFile, summary } = plan;
  return {
    format: encodeBytes32Text(plan.format),
    sourceUrlHash: keccak256(toUtf8Bytes(source.url)),
    sourceSha256: `0x${plan.sourceSha256}`,
    fileSha256: `0x${file.sha256}`,
    fileCid: parseCid(file.cid).bytes,
    sourceCid: parseCid(sourceFile.cid).bytes,
    rowCount: summary.rowsRead,
    quarantined: summary.quarantined,
    merkleRoot: summary.merkleRoot,
    retrievedAt: source.retrievedAt,
    licence: source.licence,
    parserVersion: plan.parserVersion,
  };
}

/**
 * Anchors a planned batch, unless the same file read by the same rules is anchored already. A file whose batch was replaced
 * is anchored anew only in order to replace a batch that stands: importing an old file once more changes nothing by itself.
 * @param signer an officer with the duty of importing, connected to the ledger
 * @param supersedes batch that this one is to replace
 * @throws ProngsaiError IMPORT_REFUSED with what the ledger said, in Thai and English
 */
export async function anchorPlan(
  plan: ImportPlan,
  deployment: DeploymentDescription,
  signer: Signer,
  supersedes?: bigint,
): Promise<Anchored> {
  const anchor = ledgerContract("ImportAnchor", deployment, signer);
  const reading = [`0x${plan.file.sha256}`, plan.parserVersion] as const;
  const known = await anchor.batchOf(...reading);
  const by = known === 0n ? 0n : await anchor.supersededBy(known);
  const anew = by !== 0n && supersedes !== undefined && (await anchor.supersededBy(supersedes)) === 0n;
  if (known !== 0n && !anew) return { batchId: known, transaction: null, replacedBy: by === 0n ? null : by };
  const sent = await anchor
    .anchorBatch(batchInput(plan), { gasPrice: 0, type: 0 })
    .catch((cause: unknown) => Promise.reject(refused(cause)));
  await sent.wait();
  return { batchId: await anchor.batchOf(...reading), transaction: sent.hash, replacedBy: null };
}
