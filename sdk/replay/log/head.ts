import type { HeadState } from "./state.ts";

/** A log without entries: its root is the SHA-256 of nothing. RFC 9162 section 2.1.1. */
export const EMPTY_HEAD: HeadState = {
  root: "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  size: 0n,
  anchoredAt: 0n,
  seenAt: 0n,
  closesAt: 0n,
  anchors: 0n,
};
