import type { LogHead } from "./log.ts";
import type { ExportState } from "./state.ts";

/**
 * What makes an export checkable: the view, the block that it is as of with the journals' roots, and rows, bytes and
 * SHA-256 of the body. In NDJSON it is the last line and the hash covers everything before that line.
 */
export interface Manifest extends ExportState {
  readonly kind: "prongsai-export/1";
  /** address of exactly this view, its block pinned */
  readonly view: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** only of a whole log */
  readonly log?: LogHead;
}

export function manifestOf(
  view: string,
  state: ExportState,
  body: Pick<Manifest, "rows" | "bytes" | "sha256" | "log">,
): Manifest {
  return { kind: "prongsai-export/1", view, ...state, ...body };
}
