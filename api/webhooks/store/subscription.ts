import { webhookError } from "../errors/webhook-error.ts";
import type { WebhookErrorCode } from "../errors/webhook-error.ts";

/** A webhook as its service is told about it. */
export interface Subscription {
  readonly id: string;
  readonly url: string;
  /** everything before it was taken by the receiver */
  readonly nextIndex: number;
  /** `failing` after an attempt that failed; `paused` after a day of them: it is tried less often, and never given up */
  readonly state: "active" | "failing" | "paused";
  readonly createdAt: string;
  readonly deliveredAt: string | null;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly nextAttempt: string | null;
  readonly failure: { readonly code: string; readonly what: Readonly<Record<"th" | "en", string>> } | null;
}

export interface SubscriptionRow {
  readonly id: string;
  readonly url: string;
  readonly next_index: string;
  readonly created_at: Date;
  readonly delivered_at: Date | null;
  readonly failures: number;
  readonly failing_since: Date | null;
  readonly failure: WebhookErrorCode | null;
  readonly failure_status: number | null;
  readonly next_attempt: Date;
}

/** Hours of failure after which a webhook is paused. */
export const PAUSE_AFTER_HOURS = 24;

function failureOf({ failure: code, failure_status: status }: SubscriptionRow): Subscription["failure"] {
  if (code === null) return null;
  const error = webhookError(code, { status, seconds: "…" });
  return { code, what: { th: error.explain("th").what, en: error.explain("en").what } };
}

/** @param now milliseconds since 1970 */
export function subscriptionOf(row: SubscriptionRow, now: number): Subscription {
  const since = row.failing_since;
  const paused = since !== null && now - since.getTime() >= PAUSE_AFTER_HOURS * 3_600_000;
  return {
    id: row.id,
    url: row.url,
    nextIndex: Number(row.next_index),
    state: since === null ? "active" : paused ? "paused" : "failing",
    createdAt: row.created_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    failures: row.failures,
    failingSince: since?.toISOString() ?? null,
    nextAttempt: since === null ? null : row.next_attempt.toISOString(),
    failure: failureOf(row),
  };
}
