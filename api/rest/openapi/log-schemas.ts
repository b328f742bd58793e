/** JSON Schemas of the action log's records and of what is said of them; docs/log-formats.md has them in words. */
import {
  MAX_PAYLOAD_REF,
  MAX_RECORD_BYTES,
  MAX_RECORD_REFS,
  recordForms,
} from "../../../sdk/log/record/index.ts";
import type { RecordForm } from "../../../sdk/log/record/index.ts";
import type { JsonSchema } from "./json-schema.ts";

export const COUNT: JsonSchema = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

const form = (name: RecordForm): JsonSchema => ({ type: "string", pattern: recordForms[name].source });

export const HASH = form("hash");
export const SERVICE = form("service");
export const ADDRESS: JsonSchema = { type: "string", pattern: "^0x[0-9a-f]{40}$" };
export const PATH: JsonSchema = { type: "array", items: HASH, description: "Siblings from the leaf up." };

/** An object with just these members; all must be there but the optional ones. */
export const closed = (
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => ({
  type: "object",
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});

const REFERENCE: JsonSchema = {
  anyOf: [closed({ index: COUNT }, { service: SERVICE }), closed({ cid: form("cid") })],
  description: "An entry of this log, of another service's log, or a public document.",
};

const PAYLOAD: JsonSchema = {
  ...closed({
    commit: HASH,
    alg: { const: "pl1" },
    ref: { type: "string", minLength: 1, maxLength: MAX_PAYLOAD_REF },
  }),
  description: 'commit is SHA-256("pl1" ‖ 32-byte salt ‖ payload).',
};

export const RECORD: JsonSchema = {
  ...closed(
    {
      v: { const: 1 },
      service: SERVICE,
      agency: { type: "integer", minimum: 1, maximum: 99_999 },
      type: form("type"),
      schema: { ...form("cid"), description: "CID of the JSON Schema that data obeys." },
      submitter: form("submitter"),
      clientSeq: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
      ts: { ...form("ts"), description: "When it happened: UTC with milliseconds." },
      subject: {
        anyOf: [HASH, { type: "null" }],
        description: `SHA-256("sj1" ‖ 32-byte salt ‖ the subject's own number).`,
      },
      actor: { anyOf: [closed({ role: form("role") }), closed({ pseudonym: HASH })] },
      data: { type: "object", description: "What happened, by the action type's schema." },
    },
    {
      payload: PAYLOAD,
      refs: { type: "array", maxItems: MAX_RECORD_REFS, items: REFERENCE },
      supersedes: { ...COUNT, description: "Index of the entry of the same log that this one replaces." },
    },
  ),
  description: `At most ${MAX_RECORD_BYTES.toLocaleString("en")} bytes of canonical JSON (RFC 8785).`,
};
