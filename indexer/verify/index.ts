import type { DeploymentDescription } from "../../sdk/deployment.ts";
import type { Documents } from "../../sdk/documents/index.ts";
import { FatalError } from "../errors/index.ts";
import type { RetryableError } from "../errors/index.ts";
import { mirroredContracts } from "../mirror/contracts.ts";
import type { JournalState } from "../source/types.ts";
import { MIRROR } from "../store/pool.ts";
import { compareCatalogs } from "./catalog.ts";
import { readChainFacts } from "./chain-facts.ts";
import type { ChainFacts } from "./chain-facts.ts";
import { compareRows } from "./compare.ts";
import type { Difference, TableResult } from "./compare.ts";
import { Lines } from "./lines.ts";
import { MirrorSnapshot } from "./mirror-snapshot.ts";
import type { Claim } from "./mirror-snapshot.ts";
import { RowNames } from "./row-names.ts";
import { buildScratch, dropScratch, openScratch, SCRATCH } from "./scratch.ts";
import { orderedRows, shapes } from "./shapes.ts";

export { DEFINITIONS } from "./catalog.ts";
export type { Difference, TableResult } from "./compare.ts";

export type Progress =
  | { readonly phase: "chain"; readonly block: number; readonly until: number; readonly events: number }
  | { readonly phase: "documents" }
  | { readonly phase: "rows"; readonly table: string; readonly rows: number };

export interface VerifyOptions {
  readonly rpcUrl: string;
  /** may make a schema of its own in the mirror's database */
  readonly databaseUrl: string;
  readonly deployment: DeploymentDescription;
  readonly documents: Documents;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** The chain is tried again, or a document cannot be read. */
  readonly onProblem?: (error: Error) => void;
}

export interface JournalResult {
  readonly contract: string;
  readonly mirror: JournalState | undefined;
  readonly chain: JournalState;
  readonly matches: boolean;
}

export interface VerifyReport {
  /** block at which everything was compared, and the chain's newest */
  readonly block: number;
  readonly head: number;
  readonly halted: Claim["halted"];
  readonly tables: readonly TableResult[];
  readonly journals: readonly JournalResult[];
  /** Whether every row and every journal is what chain and documents say. */
  readonly matches: boolean;
}

/**
 * Builds the mirror a second time from the chain and the documents, and compares every row of both, and every journal with
 * its contract. The indexer may go on meanwhile: the mirror is looked at as it stood at the beginning.
 *
 * @throws FatalError VERIFY_…, INDEX_… (the chain cannot be read or contradicts its journals); errors of the database
 */
export async function verifyMirror(options: VerifyOptions): Promise<VerifyReport> {
  const { databaseUrl, rpcUrl, deployment, signal, onProblem } = options;
  const onRetry = (error: RetryableError) => onProblem?.(error);
  const snapshot = await MirrorSnapshot.open(databaseUrl, signal);
  try {
    const { claim } = snapshot;
    const facts = await readChainFacts(rpcUrl, deployment, claim.block, signal, onRetry);
    checkIdentity(claim, facts, deployment);
    await buildScratch(options, Math.min(claim.block, facts.head), onRetry);
    const tables = [compareClaim(claim, facts, deployment), ...(await compareAll(options, snapshot))];
    const journals = compareJournals(await snapshot.journals(), facts);
    const matches = tables.every(({ different }) => different === 0) && journals.every((j) => j.matches);
    const { block, halted } = claim;
    return { block, head: facts.head, halted, tables, journals, matches };
  } finally {
    await snapshot.close();
    await dropScratch(databaseUrl).catch(() => undefined);
  }
}

/** @throws FatalError VERIFY_OTHER_LEDGER */
function checkIdentity(claim: Claim, facts: ChainFacts, deployment: DeploymentDescription): void {
  const pairs: [what: string, mirror: unknown, chain: unknown][] = [
    ["chain id", claim.chainId, facts.chainId],
    ["genesis block", claim.genesisHash, facts.genesisHash],
    ["deployment", claim.deploymentId, deployment.deploymentId],
  ];
  const other = pairs.find(([, mirror, chain]) => mirror !== chain);
  if (!other) return;
  const [what, mirror, chain] = other;
  throw new FatalError("VERIFY_OTHER_LEDGER", { what, mirror, chain });
}

/** The one row of `checkpoint`: what it says of the block that the mirror stands at, and of the chain's newest. */
function compareClaim(claim: Claim, facts: ChainFacts, deployment: DeploymentDescription): TableResult {
  const isEmpty = claim.block < mirroredContracts(deployment).first;
  const [hash, timestamp] = isEmpty ? ["0x", 0n] : [facts.block?.hash, facts.block?.timestamp];
  const missing = `no block ${claim.block}`;
  // The chain was asked after the mirror was looked at: it has every block that the indexer can have heard of.
  const least = isEmpty ? 0 : claim.block;
  const isPossible = claim.head >= least && claim.head <= facts.head;
  const columns = [
    { name: "block_hash", expected: hash ?? missing, found: claim.blockHash },
    { name: "block_timestamp", expected: String(timestamp ?? missing), found: String(claim.blockTimestamp) },
    {
      name: "head",
      expected: isPossible ? `${claim.head}` : `${least} to ${facts.head}`,
      found: `${claim.head}`,
    },
  ].filter(({ expected, found }) => expected !== found);
  const differences: Difference[] =
    columns.length === 0
      ? []
      : [{ table: "checkpoint", kind: "altered", key: `block=${claim.block}`, columns }];
  return { table: "checkpoint", found: 1, expected: 1, different: differences.length, differences };
}

async function compareAll(
  { databaseUrl, signal, onProgress }: VerifyOptions,
  snapshot: MirrorSnapshot,
): Promise<TableResult[]> {
  const scratch = await openScratch(databaseUrl);
  try {
    const results = [
      await compareCatalogs(
        { client: scratch, schema: SCRATCH },
        { client: snapshot.client, schema: MIRROR },
      ),
    ];
    const names = await RowNames.read(scratch);
    for (const shape of shapes) {
      signal.throwIfAborted();
      onProgress?.({ phase: "rows", table: shape.name, rows: 0 });
      const expected = new Lines(scratch, orderedRows(shape, SCRATCH));
      const found = new Lines(snapshot.client, orderedRows(shape, MIRROR));
      results.push(
        await compareRows(shape, { expected, found, names }, (rows) => {
          signal.throwIfAborted();
          onProgress?.({ phase: "rows", table: shape.name, rows });
        }),
      );
    }
    return results;
  } finally {
    await scratch.end().catch(() => undefined);
  }
}

function compareJournals(mirror: ReadonlyMap<string, JournalState>, facts: ChainFacts): JournalResult[] {
  return [...facts.journals].map(([contract, chain]) => {
    const own = mirror.get(contract);
    return { contract, mirror: own, chain, matches: own?.count === chain.count && own.root === chain.root };
  });
}
