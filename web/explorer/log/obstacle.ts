import { epoch } from "../names/epoch.ts";

type Window = { readonly validFrom: string; readonly validUntil: string; readonly endedAt: string | null };

/** What of a service's registration is not in force, so that nobody can hand in anything. */
export type Obstacle = "noGateway" | "noCheckpointKey" | "noSubmissionKey";

export type Registered = {
  readonly gateways: readonly Window[];
  readonly keys: readonly (Window & { readonly use: "SUBMISSION" | "CHECKPOINT" })[];
};

/** As `_holds` in contracts/log/ServiceRegistry.sol. @param now Unix seconds */
const isInForce = ({ validFrom, validUntil, endedAt }: Window, now: number): boolean =>
  now >= epoch(validFrom) && now <= epoch(validUntil) && (endedAt === null || now < epoch(endedAt));

/** When the last of these windows was over; null where none is over yet. @param now Unix seconds */
function lastEnd(windows: readonly Window[], now: number): number | null {
  const ends = windows
    .map(({ validUntil, endedAt }) =>
      Math.min(epoch(validUntil) + 1, endedAt === null ? Infinity : epoch(endedAt)),
    )
    .filter((end) => end <= now);
  return ends.length === 0 ? null : Math.max(...ends);
}

/**
 * Why a service can log nothing, by the ledger alone: each entry needs an account that promises and confirms, a key for
 * the log's fingerprint, and a writer's key.
 *
 * @param now Unix seconds
 * @returns null while it can; else what is missing, and since when (Unix seconds; null where it never was in force)
 */
export function obstacleOf(
  { gateways, keys }: Registered,
  now: number,
): { readonly what: Obstacle; readonly since: number | null } | null {
  const needed: readonly (readonly [Obstacle, readonly Window[]])[] = [
    ["noGateway", gateways],
    ["noCheckpointKey", keys.filter(({ use }) => use === "CHECKPOINT")],
    ["noSubmissionKey", keys.filter(({ use }) => use === "SUBMISSION")],
  ];
  const missing = needed.find(([, windows]) => !windows.some((window) => isInForce(window, now)));
  return missing ? { what: missing[0], since: lastEnd(missing[1], now) } : null;
}
