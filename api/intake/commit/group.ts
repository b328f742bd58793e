import { toHex } from "../../../sdk/hex.ts";
import type { PromiseDomain } from "../../../sdk/log/promise/digest.ts";
import { signPromises } from "../../../sdk/log/promise/signed.ts";
import type { SignedPromise } from "../../../sdk/log/promise/signed.ts";
import type { PromiseStatement } from "../../../sdk/log/promise/statement.ts";
import { merkleRoot } from "../../../sdk/merkle.ts";
import type { FullTile, ServiceLog } from "../logs/service-log.ts";
import type { Pending } from "./pending.ts";

/** Who signs promises, and where they can be shown to be broken. */
export interface PromiseSigner {
  /** secp256k1 key, `0x…` */
  readonly privateKey: string;
  /** its account, 20 bytes */
  readonly account: Uint8Array;
  readonly domain: PromiseDomain;
}

/** What a group adds to one log. */
export interface LogGrowth {
  readonly log: ServiceLog;
  readonly before: number;
  readonly after: number;
  readonly root: Uint8Array;
  readonly entries: readonly Uint8Array[];
  readonly tiles: readonly FullTile[];
  readonly given: readonly Given[];
}

/** A request with the promise that it gets. */
export interface Given {
  readonly pending: Pending;
  readonly statement: PromiseStatement;
  readonly leavesRoot: Uint8Array;
}

/** Requests that become durable together. */
export interface Group {
  readonly id: number;
  readonly issuedAt: number;
  readonly growths: readonly LogGrowth[];
  /** in the order of the growths, within one in the order of its entries */
  readonly promises: readonly SignedPromise[];
}

function byLog(pendings: readonly Pending[]): Map<ServiceLog, Pending[]> {
  const groups = new Map<ServiceLog, Pending[]>();
  for (const pending of pendings) {
    const group = groups.get(pending.log);
    if (group) group.push(pending);
    else groups.set(pending.log, [pending]);
  }
  return groups;
}

function promise(pending: Pending, firstIndex: number, issuedAt: number): Given {
  const { log, records, maxMergeDelay } = pending;
  const leavesRoot = merkleRoot(records.map(({ leaf }) => leaf));
  // Whatever the clock or the service's timing does: no deadline is earlier than one that was given before.
  log.deadline = Math.max(log.deadline, issuedAt + maxMergeDelay);
  const statement = {
    service: log.service,
    firstIndex,
    count: records.length,
    leavesRoot: toHex(leavesRoot),
    issuedAt,
    deadline: log.deadline,
  };
  return { pending, statement, leavesRoot };
}

function grow(log: ServiceLog, pendings: readonly Pending[], issuedAt: number): LogGrowth {
  const { tree } = log;
  const before = tree.size;
  const entries: Uint8Array[] = [];
  const given = pendings.map((pending) => {
    const one = promise(pending, tree.size, issuedAt);
    for (const { bytes, leaf } of pending.records) {
      entries.push(bytes);
      tree.append(leaf);
    }
    return one;
  });
  return { log, before, after: tree.size, root: tree.root(), entries, tiles: log.takeTiles(), given };
}

/**
 * Appends requests to their logs' trees in memory and signs their promises. Nothing of it counts until it is durable; when
 * that fails, the logs must be restored.
 */
export function formGroup(
  id: number,
  pendings: readonly Pending[],
  issuedAt: number,
  signer: PromiseSigner,
): Group {
  const growths = [...byLog(pendings)].map(([log, ofLog]) => grow(log, ofLog, issuedAt));
  const statements = growths.flatMap(({ given }) => given.map(({ statement }) => statement));
  return { id, issuedAt, growths, promises: signPromises(signer.domain, statements, signer.privateKey) };
}
