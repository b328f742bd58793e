import { GraphQLString } from "graphql";
import type { Parameter } from "../../rest/operation/operation.ts";
import type { Described } from "../../rest/openapi/described.ts";
import type { JsonSchema } from "../../rest/openapi/json-schema.ts";
import { LONGEST_URL } from "../address/url.ts";

const PATH = "/v1/services/{service}/webhooks";

const parameter = (name: string): Parameter => ({
  ...{ name, in: "path", required: true, list: false },
  ...{ type: GraphQLString, default: undefined },
});

const maybe = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const TIME: JsonSchema = { type: "string", format: "date-time" };
const TEXT: JsonSchema = { type: "string" };
const COUNT: JsonSchema = { type: "integer", minimum: 0 };

const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});

const SUBSCRIPTION = object({
  id: { type: "string", format: "uuid" },
  url: { type: "string", format: "uri" },
  nextIndex: COUNT,
  state: { enum: ["active", "failing", "paused"] },
  createdAt: TIME,
  deliveredAt: maybe(TIME),
  failures: COUNT,
  failingSince: maybe(TIME),
  nextAttempt: maybe(TIME),
  failure: maybe(object({ code: TEXT, what: object({ th: TEXT, en: TEXT }) })),
});

const answer = (th: string, en: string, schema: JsonSchema) => ({
  text: { th, en },
  content: { "application/json": schema },
});

const common = { tag: "log", isSigned: true } as const;

/** The webhooks' addresses as the API's description tells them. */
export const webhookAddresses = {
  register: {
    ...common,
    method: "post",
    path: PATH,
    id: "registerWebhook",
    summary: {
      th: "ลงทะเบียนที่อยู่ที่จะส่งรายการของบริการไปให้เมื่อยืนยันบนบัญชีแล้ว ตามลำดับ ลงลายมือชื่อเหมือนการบันทึก ที่อยู่เดิมที่ลงทะเบียนซ้ำจะเริ่มส่งใหม่ทันที",
      en: "Registers an address to which the service's entries are sent when they are anchored, in the log's order. Signed as logging is. An address that is registered already is taken up again at once",
    },
    parameters: [parameter("service")],
    body: {
      type: "object",
      required: ["url"],
      additionalProperties: false,
      properties: { url: { type: "string", format: "uri", maxLength: LONGEST_URL }, from: COUNT },
    },
    answers: {
      201: answer("ลงทะเบียนแล้ว", "Registered.", SUBSCRIPTION),
      200: answer("มีอยู่แล้ว เริ่มส่งใหม่", "It was registered, and is taken up again.", SUBSCRIPTION),
    },
  },
  list: {
    ...common,
    method: "get",
    path: PATH,
    id: "webhooks",
    summary: {
      th: "เว็บฮุกของบริการ ส่งถึงรายการใด และเหตุที่ส่งไม่สำเร็จ ต้องลงลายมือชื่อ",
      en: "The service's webhooks, how far they have come, and why deliveries failed. Signed",
    },
    parameters: [parameter("service")],
    answers: {
      200: answer(
        "เรียงตามลำดับที่ลงทะเบียน",
        "In the order of their registration.",
        object({ webhooks: { type: "array", items: SUBSCRIPTION } }),
      ),
    },
  },
  remove: {
    ...common,
    method: "delete",
    path: `${PATH}/{webhook}`,
    id: "removeWebhook",
    summary: {
      th: "ลบเว็บฮุก ต้องลงลายมือชื่อ",
      en: "Removes a webhook. Signed",
    },
    parameters: [parameter("service"), parameter("webhook")],
    answers: { 204: { text: { th: "ลบแล้ว", en: "Removed." }, content: {} } },
  },
  keys: {
    method: "get",
    path: "/v1/webhook-keys",
    id: "webhookKeys",
    tag: "log",
    summary: {
      th: "กุญแจสาธารณะ (Ed25519) สำหรับตรวจลายมือชื่อของสิ่งที่เว็บฮุกส่ง ในรูป JWK Set",
      en: "Public keys (Ed25519) of what webhooks deliver, the newest first, as a JWK Set (RFC 7517, RFC 8037)",
    },
    parameters: [],
    answers: {
      200: answer(
        "กุญแจที่ใช้อยู่เป็นกุญแจแรก",
        "The one in use comes first.",
        object({
          keys: {
            type: "array",
            items: object({
              kty: { const: "OKP" },
              crv: { const: "Ed25519" },
              x: TEXT,
              kid: { type: "string", pattern: "^0x[0-9a-f]{64}$" },
              use: { const: "sig" },
            }),
          },
        }),
      ),
    },
  },
} as const satisfies Record<string, Described>;
