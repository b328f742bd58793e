import { GraphQLInt, GraphQLString } from "graphql";
import type { Described } from "../openapi/described.ts";
import { ADDRESS, COUNT, HASH, PATH, RECORD, SERVICE, closed } from "../openapi/log-schemas.ts";
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

const RECEIPT = closed(
  {
    type: { const: "prongsai-log-receipt" },
    version: { const: 1 },
    service: SERVICE,
    index: COUNT,
    leaf: { ...HASH, description: "SHA-256(0x00 ‖ canonical JSON of the record)." },
    inclusion: closed({ size: COUNT, path: PATH }),
    checkpoint: { type: "string", description: "Signed note: C2SP tlog-checkpoint." },
    anchor: closed({
      ...{ chainId: COUNT, contract: ADDRESS, txHash: HASH, block: COUNT },
      blockTime: { ...COUNT, description: "Unix seconds." },
      ...{ size: COUNT, root: HASH },
    }),
    cosigners: {
      type: "array",
      items: closed({ agency: COUNT, officer: ADDRESS, txHash: HASH, block: COUNT }),
      description: "Agencies that confirmed the anchored head on the chain.",
    },
  },
  { record: RECORD },
);

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
        "application/json": RECEIPT,
        [COSE_TYPE]: { type: "string", contentEncoding: "binary" },
      },
    },
  },
};
