/** PostgreSQL channel on which every committed batch is announced (`LISTEN prongsai_mirror`). */
export const CHANNEL = "prongsai_mirror";

/**
 * Payload of a notification, as JSON. `kind` is `blocks` (rows up to `block` are there), `rollback` (the chain took back
 * everything after `block`), `documents` (a brief, an imported file or the bundle of a log was read) or `halted`.
 */
export interface Notice {
  readonly kind: "blocks" | "rollback" | "documents" | "halted";
  readonly block: number;
  readonly head: number;
}
