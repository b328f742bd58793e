import type { Described } from "../openapi/described.ts";
import { readRoutes } from "../routes/index.ts";
import { wholeLogRoute } from "../routes/log-export.ts";
import type { ReadRoute } from "../routes/index.ts";
import { exportParameters } from "./parameters.ts";
import { formats, mediaTypes } from "./formats.ts";
import type { Format } from "./formats.ts";

export interface ExportAddress extends Described {
  readonly route: ReadRoute;
  readonly format: Format;
  readonly manifest: boolean;
}

const names = { csv: "CSV", ndjson: "NDJSON" };

function addressOf(route: ReadRoute, format: Format, manifest: boolean): ExportAddress {
  const { th, en } = route.summary;
  const text = manifest
    ? { th: `${th}: ใบกำกับของแฟ้ม ${names[format]}`, en: `${en}: manifest of the ${names[format]} file` }
    : { th: `${th}: แฟ้ม ${names[format]}`, en: `${en}: ${names[format]} file` };
  return {
    method: "get",
    path: `${route.path}.${format}${manifest ? "/manifest" : ""}`,
    id: `${route.id}${format === "csv" ? "Csv" : "Ndjson"}${manifest ? "Manifest" : ""}`,
    tag: "exports",
    summary: text,
    parameters: exportParameters(route),
    answers: {
      200: {
        text,
        content: manifest
          ? { "application/json": { $ref: "#/components/schemas/Manifest" } }
          : { [mediaTypes[format]]: { type: "string" } },
      },
    },
    route,
    format,
    manifest,
  };
}

/** Two files for every list that can be had whole, each with its manifest. */
const lists = readRoutes
  .filter(({ exported }) => exported !== null)
  .flatMap((route) =>
    formats.flatMap((format) => [addressOf(route, format, false), addressOf(route, format, true)]),
  );

/** The lists, and the whole logs, which have one form only: their own bytes. */
export const exportAddresses: readonly ExportAddress[] = [
  ...lists,
  addressOf(wholeLogRoute, "ndjson", false),
  addressOf(wholeLogRoute, "ndjson", true),
];

const string = { type: "string" };
const integer = { type: "integer" };

export const manifestSchema = {
  type: "object",
  description: "What makes an export checkable; see docs/api.md.",
  required: ["kind", "view", "asOfBlock", "chainId", "deployment", "journals", "rows", "bytes", "sha256"],
  properties: {
    kind: { const: "prongsai-export/1" },
    view: string,
    asOfBlock: integer,
    blockHash: { anyOf: [string, { type: "null" }] },
    blockTimestamp: { anyOf: [string, { type: "null" }] },
    chainId: integer,
    deployment: string,
    journals: {
      type: "array",
      items: {
        type: "object",
        required: ["contract", "count", "root"],
        properties: { contract: string, count: integer, root: string },
      },
    },
    rows: integer,
    bytes: integer,
    sha256: { type: "string", pattern: "^0x[0-9a-f]{64}$" },
    log: {
      type: "object",
      description:
        "Of a whole log: the head that its lines give; size and root stand on the chain at the anchor.",
      required: ["service", "size", "root", "checkpoint", "anchor"],
      properties: {
        service: string,
        size: integer,
        root: string,
        checkpoint: { anyOf: [string, { type: "null" }] },
        anchor: {
          anyOf: [
            {
              type: "object",
              required: ["block", "txHash", "logIndex"],
              properties: { block: integer, txHash: string, logIndex: integer },
            },
            { type: "null" },
          ],
        },
      },
    },
  },
};
