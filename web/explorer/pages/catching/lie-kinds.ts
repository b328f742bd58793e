import type { LieKind } from "../../verify/log/lies.ts";

/** The lies that a reader may try, in the order in which they are offered. */
export const lieKinds = [
  "change",
  "drop",
  "reorder",
  "backdate",
  "forge",
  "shorten",
] as const satisfies readonly LieKind[];

/** Whether whoever lies so may write the fingerprint anew as well; the others always do. */
export const mayRewrite = (kind: LieKind): boolean => kind !== "forge" && kind !== "shorten";
