import { bytes, int4, int8, optional, text } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

/**
 * An anchored entry of a log, read from the bundle that its anchor names; provenance is the anchor's. `action_id` counts
 * the anchored entries of all services in the order of the chain, from 0; `service` is the number of the service.
 * `record` is the canonical JSON (RFC 8785) exactly as it is hashed, `leaf` SHA-256(0x00 ‖ record). The other columns
 * repeat its members: `sdk/log/record/types.ts`.
 */
export const action = table({
  name: "action",
  kind: "appended",
  key: ["action_id"],
  columns: {
    action_id: int8,
    service: int4,
    index: int8,
    type: text,
    agency: int4,
    submitter: text,
    client_seq: int8,
    /** when it happened by the service's word (Unix microseconds: 13 digits could be taken for a citizen number) */
    ts: int8,
    subject: optional(bytes),
    role: optional(text),
    pseudonym: optional(bytes),
    schema_cid: bytes,
    /** commitment of the private payload */
    payload: optional(bytes),
    /** index of the entry of the same service that it replaces */
    supersedes: optional(int8),
    /** index of the entry of the same service whose private payload it says was erased */
    erases: optional(int8),
    leaf: bytes,
    record: text,
  },
  indexes: [
    ["service", "index"],
    ["ts", "action_id"],
    ["service", "ts", "action_id"],
    ["type", "ts", "action_id"],
    ["agency", "ts", "action_id"],
    ["service", "submitter", "client_seq"],
    { on: ["subject", "ts", "action_id"], where: "subject IS NOT NULL" },
    { on: ["service", "supersedes"], where: "supersedes IS NOT NULL" },
    { on: ["service", "erases"], where: "erases IS NOT NULL" },
  ],
});

/** SQL of the day of Bangkok on which an action happened, as `action_day` counts days. */
export const dayOfAction = (alias: string): string =>
  `floor((${alias}.ts + 25200000000) / 86400000000.0)::int`;

/**
 * How many actions of a type happened on a day of Bangkok, counted with the rows of `action` themselves. `day`: days since
 * 1 January 1970, which is floor((ts + 7 h) / 24 h).
 */
export const actionDay = table({
  name: "action_day",
  kind: "plain",
  key: ["service", "day", "type"],
  columns: { service: int4, day: int4, type: text, count: int8 },
});
