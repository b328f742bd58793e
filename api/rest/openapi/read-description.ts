import { getNamedType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLObjectType, GraphQLOutputType } from "graphql";
import { selectedFields } from "../operation/operation.ts";
import type { ReadRoute } from "../routes/route.ts";
import type { Described } from "./described.ts";
import type { JsonSchema, Schemas } from "./json-schema.ts";

const PAGE: JsonSchema = {
  type: "object",
  required: ["limit", "next"],
  properties: {
    limit: { anyOf: [{ type: "integer" }, { type: "null" }] },
    totalCount: { type: "integer" },
    next: { anyOf: [{ type: "string" }, { type: "null" }], description: "Address of the next page." },
  },
};

export const META: JsonSchema = { $ref: "#/components/schemas/Meta" };

function dataSchema({ operation, under }: ReadRoute, schemas: Schemas): { data: JsonSchema; page: boolean } {
  const { result, fragments, paged } = operation;
  let { type, selection } = result;
  if (isNonNullType(type)) type = type.ofType as GraphQLOutputType;
  if (under) {
    const owner = getNamedType(type) as GraphQLObjectType;
    const field = selectedFields(owner, selection!, fragments).find(({ name }) => name === under)!;
    ({ type, selection } = field);
  }
  if (paged || under) {
    const connection = getNamedType(type) as GraphQLObjectType;
    const nodes = selectedFields(connection, selection!, fragments).find(({ name }) => name === "nodes")!;
    return { data: schemas.of(nodes.type, nodes.selection, fragments), page: true };
  }
  const present = schemas.of(type, selection, fragments);
  const [first] = (present.anyOf as JsonSchema[] | undefined) ?? [present];
  return { data: isObjectType(getNamedType(type)) ? first! : present, page: false };
}

/** A read's description, its answer's schema derived from what the operation selects. */
export function describeRead(route: ReadRoute, schemas: Schemas): Described {
  const { data, page } = dataSchema(route, schemas);
  return {
    method: "get",
    path: route.path,
    id: route.id,
    tag: route.tag,
    summary: route.summary,
    parameters: route.operation.parameters,
    answers: {
      200: {
        text: route.summary,
        content: {
          "application/json": {
            type: "object",
            required: page ? ["data", "page", "meta"] : ["data", "meta"],
            properties: { data, ...(page && { page: PAGE }), meta: META },
            additionalProperties: false,
          },
        },
      },
    },
  };
}
