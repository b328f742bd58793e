import { GraphQLString } from "graphql";
import type { Described } from "../../rest/openapi/described.ts";
import type { JsonSchema } from "../../rest/openapi/json-schema.ts";
import { ACTIONS_PATH } from "./address.ts";
import { MOST_RECORDS } from "../check/body.ts";

const HASH: JsonSchema = { type: "string", pattern: "^0x[0-9a-f]{64}$" };
const COUNT: JsonSchema = { type: "integer", minimum: 0 };

const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});

const RECORD: JsonSchema = {
  ...object({
    v: { const: 1 },
    service: { type: "string" },
    agency: { type: "integer" },
    type: { type: "string" },
    schema: { type: "string" },
    submitter: { type: "string" },
    clientSeq: { type: "integer", minimum: 1 },
    ts: { type: "string", format: "date-time" },
    subject: { anyOf: [HASH, { type: "null" }] },
    actor: { type: "object" },
    data: { type: "object" },
  }),
  description: "At most 8,192 bytes of canonical JSON (RFC 8785).",
};

const STATEMENT = object({
  service: HASH,
  firstIndex: COUNT,
  count: COUNT,
  leavesRoot: HASH,
  issuedAt: COUNT,
  deadline: COUNT,
});

const ANSWER = object({
  service: { type: "string" },
  firstIndex: COUNT,
  count: COUNT,
  leaves: { type: "array", items: HASH },
  deadline: COUNT,
  promise: object({
    statement: STATEMENT,
    groupIndex: COUNT,
    groupSize: COUNT,
    groupPath: { type: "array", items: HASH },
    signature: { type: "string", pattern: "^0x[0-9a-f]{130}$" },
  }),
});

/** The intake as the API's description tells it. */
export const actionsAddress: Described = {
  method: "post",
  path: ACTIONS_PATH,
  id: "logActions",
  tag: "log",
  summary: {
    th: `บันทึกการกระทำของบริการ ครั้งละ 1–${MOST_RECORDS} รายการ คำขอต้องลงลายมือชื่อตาม RFC 9421 คลุม @method @target-uri content-digest และ idempotency-key (ฟิลด์ Content-Digest, Idempotency-Key, Signature-Input, Signature) ตอบเมื่อเขียนลงดิสก์แล้ว พร้อมคำมั่นว่าจะยืนยันบนบัญชีภายในกำหนด`,
    en: `Logs 1 to ${MOST_RECORDS} actions of a service. The request is signed (RFC 9421) over @method, @target-uri, content-digest and idempotency-key, in the fields Content-Digest, Idempotency-Key, Signature-Input and Signature; it is answered when it is on disk, with a promise to anchor it by a deadline`,
  },
  parameters: [
    {
      name: "service",
      in: "path",
      required: true,
      list: false,
      type: GraphQLString,
      default: undefined,
    },
  ],
  body: { type: "array", minItems: 1, maxItems: MOST_RECORDS, items: RECORD },
  answers: {
    201: {
      text: {
        th: "บันทึกแล้ว คำขอเดิมที่ส่งซ้ำได้คำตอบเดิม",
        en: "Logged. The same request again gets the same answer.",
      },
      content: { "application/json": ANSWER },
    },
  },
};
