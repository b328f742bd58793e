import type { LocalizedText } from "../../read/rows/common.ts";
import type { Described } from "./described.ts";
import { META } from "./read-description.ts";

const plain = (
  path: string,
  id: string,
  th: string,
  en: string,
  type: string,
  more: Described["answers"] = {},
): Described => {
  const summary: LocalizedText = { th, en };
  const schema = type === "application/json" ? { type: "object" } : { type: "string" };
  return {
    method: "get",
    path,
    id,
    tag: "operations",
    summary,
    parameters: [],
    answers: { 200: { text: summary, content: { [type]: schema } }, ...more },
  };
};

const notReady: LocalizedText = { th: "ยังไม่พร้อม พร้อมเหตุผล", en: "Not ready, with the reason." };

export const operationAddresses: readonly Described[] = [
  plain("/health", "health", "ระบบทำงานอยู่", "The process is alive", "application/json"),
  plain("/ready", "ready", "ดัชนีตามทันสมุดบัญชีแล้ว", "The index stands at the head", "application/json", {
    503: { text: notReady, content: { "application/json": { type: "object" } } },
  }),
  plain("/metrics", "metrics", "ตัวชี้วัดสำหรับ Prometheus", "Metrics for Prometheus", "text/plain"),
  plain("/openapi.json", "openapi", "คำอธิบาย API สำหรับโปรแกรม", "This description", "application/json"),
  plain("/api", "page", "คำอธิบาย API สำหรับคน", "This description for people", "text/html"),
];

export const submitAddress: Described = {
  method: "post",
  path: "/v1/transactions",
  id: "submitTransaction",
  tag: "ledger",
  summary: {
    th: "ส่งธุรกรรมที่ลงนามแล้วเข้าสมุดบัญชี",
    en: "Hands a signed transaction to the ledger; one that would be refused is answered with the contract's own error",
  },
  parameters: [],
  body: {
    type: "object",
    required: ["signed"],
    properties: {
      signed: { type: "string", pattern: "^0x([0-9a-fA-F]{2})+$" },
      wait: { type: "boolean", default: true },
    },
    additionalProperties: false,
  },
  answers: Object.fromEntries(
    [
      ["201", { th: "อยู่ในบล็อกแล้ว", en: "Included in a block." }] as const,
      ["202", { th: "รับแล้ว ยังไม่อยู่ในบล็อก", en: "Taken, not included yet." }] as const,
    ].map(([status, text]) => [
      status,
      {
        text,
        content: {
          "application/json": {
            type: "object",
            required: ["data", "meta"],
            properties: {
              data: {
                type: "object",
                required: ["txHash", "block", "succeeded"],
                properties: {
                  txHash: { type: "string" },
                  block: { anyOf: [{ type: "integer" }, { type: "null" }] },
                  succeeded: { anyOf: [{ type: "boolean" }, { type: "null" }] },
                },
              },
              meta: META,
            },
          },
        },
      },
    ]),
  ),
};
