import { GraphQLInt, GraphQLString } from "graphql";
import type { Described } from "../openapi/described.ts";
import type { Parameter } from "../operation/operation.ts";

export const COSE_TYPE = "application/cose";

const parameter = (name: string, from: Parameter["in"], type: Parameter["type"]): Parameter => ({
  ...{ name, in: from, type },
  ...{ required: from === "path", list: false, default: undefined },
});

const text = {
  th: "ใบรับของรายการหนึ่ง: หลักฐานที่ตรวจได้โดยไม่ต้องเชื่อเรา ในรูป JSON หรือ COSE (RFC 9942) ตาม Accept",
  en: "The receipt of an entry: evidence that can be verified without trusting us, as JSON or as a COSE receipt (RFC 9942) by Accept",
};

const hash = { type: "string", pattern: "^0x[0-9a-f]{64}$" };

/** One address; the media type is chosen by Accept. */
export const receiptAddress: Described = {
  method: "get",
  path: "/v1/receipts/{service}/{index}",
  id: "receipt",
  tag: "log",
  summary: text,
  parameters: [
    parameter("service", "path", GraphQLString),
    parameter("index", "path", GraphQLInt),
    parameter("size", "query", GraphQLInt),
  ],
  answers: {
    200: {
      text,
      content: {
        "application/json": {
          type: "object",
          required: [
            "type",
            "version",
            "service",
            "index",
            "leaf",
            "inclusion",
            "checkpoint",
            "anchor",
            "cosigners",
          ],
          properties: {
            type: { const: "prongsai-log-receipt" },
            version: { const: 1 },
            service: { type: "string" },
            index: { type: "integer", minimum: 0 },
            leaf: hash,
            record: { type: "object" },
            inclusion: {
              type: "object",
              properties: { size: { type: "integer" }, path: { type: "array", items: hash } },
            },
            checkpoint: { type: "string" },
            anchor: { type: "object" },
            cosigners: { type: "array" },
          },
        },
        [COSE_TYPE]: { type: "string", contentEncoding: "binary" },
      },
    },
  },
};
