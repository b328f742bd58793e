import { bytes, int2, int4, int8, optional, text, time } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

/** How many services there are, and how many anchored entries in all their logs; one row, whose key is 0. */
export const logTotals = table({
  name: "log_totals",
  kind: "versioned",
  key: ["one"],
  columns: { one: int2, services: int4, entries: int8 },
});

/** The anchored log of a service. */
export const logHead = table({
  name: "log_head",
  kind: "versioned",
  key: ["service"],
  columns: {
    service: bytes,
    size: int8,
    /** RFC 9162 root of the tree of `size` leaves */
    root: bytes,
    anchored_at: optional(time),
    /** last anchor, heartbeat or reinstatement */
    seen_at: optional(time),
    anchors: int8,
    broken_promises: int8,
  },
});

/**
 * A root that was taken. `first_index`: index of the first entry that is new in it; `first_action`: that entry's number
 * among the anchored entries of all services.
 */
export const logAnchor = table({
  name: "log_anchor",
  kind: "appended",
  key: ["service", "size"],
  columns: {
    service: bytes,
    size: int8,
    first_index: int8,
    first_action: int8,
    root: bytes,
    /** SHA-256 of the published bundle, one raw block */
    bundle: bytes,
  },
  indexes: [["service", "first_index"]],
});

/**
 * What became of reading an anchor's bundle. `state`: `pending`, `complete` (its entries are there and equal the anchored
 * root), `unavailable` (the document cannot be had; tried again), `contradicted` (it was read but does not give the
 * anchored root: no entries are shown). `error` is the code of the reason, `block` the anchor's,
 * `checkpoint` the signed note (C2SP tlog-checkpoint) over size and root that was published with it.
 */
export const logReading = table({
  name: "log_reading",
  kind: "plain",
  key: ["service", "size"],
  columns: {
    service: bytes,
    size: int8,
    block: int8,
    state: text,
    error: optional(text),
    checkpoint: optional(text),
  },
  indexes: [{ on: ["service", "size"], where: "state <> 'complete'" }, ["block"]],
});

/** A witness agency's word that the log of this size has this root. */
export const logCosignature = table({
  name: "log_cosignature",
  kind: "appended",
  key: ["service", "agency", "size"],
  columns: { service: bytes, agency: int4, size: int8, root: bytes, officer: bytes },
  indexes: [["service", "size"]],
});

/** A way in which a promise was shown to be broken. Source: enum Breach in IActionLog.sol. */
export const brokenPromise = table({
  name: "broken_promise",
  kind: "appended",
  key: ["statement_hash", "breach"],
  columns: {
    statement_hash: bytes,
    service: bytes,
    gateway: bytes,
    /** 0 deadline missed, 1 wrong leaf */
    breach: int2,
    index: int8,
  },
  indexes: [["service"]],
});
