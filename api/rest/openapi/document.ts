import type { Locale } from "../../../sdk/errors.ts";
import { restTexts } from "../problems/texts.ts";
import type { Described } from "./described.ts";
import { tagTexts } from "./described.ts";
import type { JsonSchema } from "./json-schema.ts";
import { parameterSchema } from "./json-schema.ts";
import { parameterTexts } from "./parameter-texts.ts";

const PROBLEM: JsonSchema = {
  type: "object",
  description: "A problem document (RFC 9457).",
  required: ["type", "title", "status", "detail", "instance", "code", "mend", "details"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string" },
    code: { type: "string", examples: Object.keys(restTexts) },
    mend: { type: "string" },
    details: { type: "object" },
  },
};

const words = {
  title: { th: "โปร่งใส: API ของสมุดบัญชีงบประมาณ", en: "Prongsai: API of the budget ledger" },
  description: {
    th: "ทุกคำตอบเป็นกระจกของสมุดบัญชี และตรวจกับเชนได้ จำนวนเงินเป็นสตางค์ ปีเป็นพุทธศักราช",
    en: "Every answer mirrors the ledger and can be checked against the chain. Money is in satang, years are Buddhist-era.",
  },
  problem: { th: "ปัญหา พร้อมรหัส เหตุผล และวิธีแก้", en: "A problem with its code, reason and remedy." },
  signature: {
    th: "ลายมือชื่อ HTTP (RFC 9421) ด้วยกุญแจส่งบันทึกของบริการ คลุม @method @target-uri content-digest และ idempotency-key",
    en: "HTTP Message Signature (RFC 9421) by a submission key of the service, over @method, @target-uri, content-digest and idempotency-key.",
  },
  unchanged: { th: "คำตอบที่มีอยู่ยังใช้ได้", en: "The answer that you have is still valid." },
} as const;

export const LANG_PARAMETER = (language: Locale) => ({
  name: "lang",
  in: "query",
  required: false,
  description: parameterTexts.lang![language],
  schema: { type: "string", enum: ["th", "en"] },
});

function operationOf(address: Described, language: Locale) {
  const problem = { description: words.problem[language], content: problemContent };
  return {
    operationId: address.id,
    tags: [address.tag],
    summary: address.summary[language],
    parameters: [
      ...address.parameters.map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        required: parameter.required,
        description: parameterTexts[parameter.name]![language],
        schema: parameterSchema(parameter),
        ...(parameter.list && { style: "form", explode: true }),
      })),
      LANG_PARAMETER(language),
    ],
    ...(address.isSigned && { security: [{ messageSignature: [] }] }),
    ...(address.body && {
      requestBody: { required: true, content: { "application/json": { schema: address.body } } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(address.answers).map(([status, { text, content }]) => [
          status,
          {
            description: text[language],
            content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
          },
        ]),
      ),
      ...(address.method === "get" && address.path.startsWith("/v1/") && !address.isSigned
        ? { 304: { description: words.unchanged[language] } }
        : {}),
      "4XX": problem,
      "5XX": problem,
    },
  };
}

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

/** The OpenAPI 3.1 document of the addresses. @param schemas what their answers name */
export function openApiDocument(
  addresses: readonly Described[],
  schemas: Readonly<Record<string, JsonSchema>>,
  language: Locale,
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const address of addresses) {
    (paths[address.path] ??= {})[address.method] = operationOf(address, language);
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: words.title[language],
      description: words.description[language],
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    tags: Object.entries(tagTexts).map(([name, text]) => ({ name, description: text[language] })),
    paths,
    components: {
      schemas: { ...schemas, Problem: PROBLEM },
      securitySchemes: {
        messageSignature: { type: "http", scheme: "Signature", description: words.signature[language] },
      },
    },
  };
}
