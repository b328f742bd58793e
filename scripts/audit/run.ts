import { AbiCoder, keccak256 } from "ethers";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import type { ReadableDocuments } from "../../sdk/documents/index.ts";
import { RpcClient } from "../../sdk/rpc.ts";
import { quantity } from "../../sdk/verify/ask-block.ts";
import { compareApi } from "./api/compare.ts";
import { Headers } from "./chain/headers.ts";
import { checkCode } from "./contracts/code.ts";
import { compareDescription, discover } from "./contracts/discover.ts";
import type { ListedContracts } from "./contracts/discover.ts";
import { checkRights } from "./contracts/rights.ts";
import { checkCitedDocuments } from "./documents/cited.ts";
import { checkImports } from "./documents/imports.ts";
import { auditError } from "./errors.ts";
import { checkLogs } from "./logs/check.ts";
import { LedgerReplay } from "./ledger/replay.ts";
import type { ReplayedLedger } from "./ledger/replay.ts";
import { checkStorage } from "./ledger/storage.ts";
import { AuditNode } from "./node.ts";
import { Part, partNames } from "./part.ts";
import type { PartName, PartResult } from "./part.ts";

const RPC_TIMEOUT = 60_000;

export interface AuditRequest {
  readonly rpcUrl: string;
  /** Address of the Directory: the one thing that must be known beforehand. */
  readonly directory: string;
  /** What somebody says of the deployment; compared with the chain, never believed. */
  readonly deployment?: DeploymentDescription;
  /** null: documents and imports are left out. */
  readonly documents: ReadableDocuments | null;
  /** An API to compare. */
  readonly apiUrl?: string;
  /** Default: the node's newest. */
  readonly block?: number;
  /** The action logs only. */
  readonly only?: "log";
  /** An agency's folder of payloads; see logs/payloads.ts. */
  readonly payloads?: string;
  /** A sample of the headers instead of all. */
  readonly fast?: boolean;
  /** Hears of each part while it is checked, and once more with `done`. */
  readonly progress?: (part: PartResult, done: boolean) => void;
}

/** `sound`: everything was checked and nothing found. `incomplete`: nothing found, and something not checked. */
export type Verdict = "sound" | "findings" | "incomplete";

export interface AuditReport {
  readonly rpc: string;
  readonly chainId: number;
  readonly directory: string;
  /** Everything is about the ledger after this block. */
  readonly block: number;
  readonly blockHash: string;
  /** Unix seconds */
  readonly blockTime: number;
  readonly parts: readonly PartResult[];
  readonly verdict: Verdict;
}

/** Parts that an audit of the logs alone leaves out. */
const OF_OTHERS: readonly PartName[] = ["storage", "documents", "imports"];

type Pinned = { readonly number: string; readonly hash: string; readonly timestamp: string };

async function pin(rpc: RpcClient, block: number | undefined): Promise<Pinned> {
  const which = block === undefined ? "latest" : quantity(block);
  const found = await rpc.call<Pinned | null>("eth_getBlockByNumber", [which, false]);
  if (found) return found;
  throw auditError("AUDIT_BLOCK_UNKNOWN", {
    th: `โหนดไม่มีบล็อก ${block ?? "latest"}`,
    en: `The node does not have block ${block ?? "latest"}.`,
  });
}

/**
 * Audits a ledger from its chain and its documents alone: no index, no API and no database is believed. The contracts of
 * this repository must be built.
 *
 * @throws ProngsaiError AUDIT_…, RpcError when the node cannot be asked
 */
export async function audit(request: AuditRequest): Promise<AuditReport> {
  const { rpcUrl, directory, deployment, progress = () => undefined } = request;
  const rpc = new RpcClient(rpcUrl, { timeout: RPC_TIMEOUT });
  const chainId = Number(await rpc.call<string>("eth_chainId"));
  const pinned = await pin(rpc, request.block);
  const node = new AuditNode(rpc, Number(pinned.number));

  const parts = Object.fromEntries(
    Object.keys(partNames).map((name) => [name, new Part(name as PartName, (part) => progress(part, false))]),
  ) as Record<PartName, Part>;
  const done = (...names: PartName[]) => names.forEach((name) => progress(parts[name], true));

  const headers = new Headers(node, parts.chain);
  await headers.walk(request.fast ?? false);
  const listed = await discover(node, directory, parts.contracts);
  if (deployment) await checkDeployment(node, { deployment, chainId }, listed, parts);
  if (!request.only) {
    await checkCode(node, { listed, chainId }, parts.contracts);
    await checkRights(node, listed, parts.contracts);
  }
  done("contracts");

  const replay = new LedgerReplay({ node, headers, listed }, parts);
  const ledger = await replay.run();
  headers.finish();
  done("chain", "journals", "rules");
  if (!request.only) {
    await checkStorage(node, { state: ledger.state, listed }, parts.storage);
    done("storage");
    await checkDocuments(request.documents, ledger, parts);
    done("documents", "imports");
  }
  await checkActionLogs(request, ledger, parts.logs);
  done("logs");
  if (request.apiUrl) {
    const { apiUrl: url, only } = request;
    await compareApi({ url, chainId, node, listed, state: ledger.state, ...(only && { only }) }, parts.api);
    done("api");
  }
  const again = await pin(rpc, node.block);
  if (again.hash !== pinned.hash)
    throw auditError("AUDIT_REORGANISED", {
      th: `บล็อก ${node.block} ไม่ใช่บล็อกเดียวกับเมื่อเริ่มตรวจ`,
      en: `Block ${node.block} is another than when the audit began.`,
    });

  const left = new Set<PartName>(request.only ? OF_OTHERS : []);
  if (request.apiUrl === undefined) left.add("api");
  const results = Object.values(parts).filter(({ part }) => !left.has(part));
  return {
    ...{ rpc: rpc.shownUrl, chainId, directory, block: node.block, blockHash: pinned.hash },
    ...{ blockTime: Number(pinned.timestamp), parts: results, verdict: verdictOf(results) },
  };
}

function verdictOf(parts: readonly PartResult[]): Verdict {
  if (parts.some(({ findings }) => findings.length > 0)) return "findings";
  return parts.some(({ open }) => open.length > 0) ? "incomplete" : "sound";
}

/** Chain id, addresses and id of a description: keccak256(chain id, hash of block 0, Directory, hash of its block). */
async function checkDeployment(
  node: AuditNode,
  { deployment, chainId }: { deployment: DeploymentDescription; chainId: number },
  listed: ListedContracts,
  { chain, contracts }: Record<PartName, Part>,
): Promise<void> {
  chain.equal("chain id", "CHAIN_ID", "chain id", chainId, deployment.chainId);
  compareDescription(deployment, listed, contracts);
  const { address, block } = deployment.contracts.Directory!;
  const [genesis, created] = await Promise.all([pin(node.rpc, 0), pin(node.rpc, block)]);
  const id = keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["uint256", "bytes32", "address", "bytes32"],
      [chainId, genesis.hash, address, created.hash],
    ),
  );
  chain.equal("deployment id", "DEPLOYMENT_ID", "deployment id", id, deployment.deploymentId);
}

async function checkActionLogs(
  { documents, deployment, payloads }: AuditRequest,
  { logEvents: events }: ReplayedLedger,
  part: Part,
): Promise<void> {
  if (!documents) return void part.open.push("left out: no documents were given");
  const { deploymentId } = deployment ?? {};
  await checkLogs(
    { documents, events, ...(deploymentId && { deploymentId }), ...(payloads && { payloads }) },
    part,
  );
}

async function checkDocuments(
  documents: ReadableDocuments | null,
  { state, documents: citations }: ReplayedLedger,
  parts: Record<PartName, Part>,
): Promise<void> {
  if (!documents) {
    for (const part of [parts.documents, parts.imports]) part.open.push("left out: no documents were given");
    return;
  }
  await checkCitedDocuments(citations.values(), documents, parts.documents);
  await checkImports(state, documents, parts.imports);
}
