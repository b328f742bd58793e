import { bool, bytes, int2, int4, optional, text, time } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

/**
 * A service that logs its actions. `service` is keccak256 of its name; `number` counts services in the order of the chain,
 * from 1, and stands for it in the rows of its actions.
 */
export const service = table({
  name: "service",
  kind: "versioned",
  key: ["service"],
  columns: {
    service: bytes,
    number: int4,
    name: text,
    agency: int4,
    title_th: text,
    title_en: text,
    /** seconds; 0 when it promises no heartbeat */
    heartbeat_interval: int4,
    /** seconds within which what was promised must be anchored */
    max_merge_delay: int4,
    registered_at: time,
    /** since when it takes nothing new */
    closed_at: optional(time),
    retired: bool,
  },
  indexes: [["name"], ["agency"], ["number"]],
});

/** A service's public key. Source: enums KeyUse and KeyAlgorithm in IServiceRegistry.sol. */
export const serviceKey = table({
  name: "service_key",
  kind: "versioned",
  key: ["service", "key_id"],
  columns: {
    service: bytes,
    key_id: bytes,
    /** 0 submission, 1 checkpoint */
    use: int2,
    /** 0 Ed25519, 1 P-256 */
    algorithm: int2,
    /** label of the writer, null for checkpoint keys */
    submitter: optional(text),
    public_key: bytes,
    valid_from: time,
    valid_until: time,
    ended_at: optional(time),
  },
});

/** An account that promises and anchors for a service. */
export const serviceGateway = table({
  name: "service_gateway",
  kind: "versioned",
  key: ["service", "account"],
  columns: {
    service: bytes,
    account: bytes,
    valid_from: time,
    valid_until: time,
    ended_at: optional(time),
  },
  indexes: [["account"]],
});

/** A version of an action type; its schema is the document `schema_cid`. */
export const actionType = table({
  name: "action_type",
  kind: "versioned",
  key: ["service", "name", "version"],
  columns: { service: bytes, name: text, version: int4, schema_cid: bytes, in_use: bool },
});
