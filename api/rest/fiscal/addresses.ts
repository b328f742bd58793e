import { GraphQLInt } from "graphql";
import type { Described } from "../openapi/described.ts";
import type { Parameter } from "../operation/operation.ts";

export interface FiscalAddress extends Described {
  readonly part: "descriptor" | "table";
}

const asOfBlock: Parameter = {
  name: "asOfBlock",
  in: "query",
  required: false,
  list: false,
  type: GraphQLInt,
  default: undefined,
};

const descriptor = {
  th: "งบประมาณตามสมุดบัญชีในรูป Fiscal Data Package: คำอธิบายชุดข้อมูล",
  en: "The ledger's budget as a Fiscal Data Package: its descriptor",
};
const table = {
  th: "งบประมาณตามสมุดบัญชีในรูป Fiscal Data Package: ตาราง",
  en: "The ledger's budget as a Fiscal Data Package: its table",
};

/** A package and its one table. Source: Fiscal Data Package 1.0. */
export const fiscalAddresses: readonly FiscalAddress[] = [
  {
    method: "get",
    path: "/fiscal/datapackage.json",
    id: "fiscalPackage",
    tag: "exports",
    summary: descriptor,
    parameters: [asOfBlock],
    answers: {
      200: {
        text: descriptor,
        content: {
          "application/json": {
            type: "object",
            required: ["profile", "name", "resources"],
            properties: { profile: { const: "fiscal-data-package" }, resources: { type: "array" } },
          },
        },
      },
    },
    part: "descriptor",
  },
  {
    method: "get",
    path: "/fiscal/budget.csv",
    id: "fiscalTable",
    tag: "exports",
    summary: table,
    parameters: [asOfBlock],
    answers: { 200: { text: table, content: { "text/csv": { type: "string" } } } },
    part: "table",
  },
];
