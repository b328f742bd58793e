import type { ExecutionArgs, GraphQLSchema } from "graphql";
import { isLeafType, getNamedType } from "graphql";
import { getComplexity } from "graphql-query-complexity";
import type { ComplexityEstimator } from "graphql-query-complexity";
import type { Plugin } from "graphql-yoga";
import { apiError } from "../errors/api-error.ts";

/** Objects that one query may ask for at most, lists counted by their `first`. */
export const MOST_OBJECTS = 50_000;

/** An object counts as one, a list as many times as it may have entries; values are free. */
const estimate: ComplexityEstimator = ({ args, field, childComplexity }) => {
  if (isLeafType(getNamedType(field.type))) return 0;
  const first = (args as { first?: unknown }).first;
  return 1 + (typeof first === "number" && first > 1 ? first : 1) * childComplexity;
};

/**
 * How many objects a query asks for at most.
 * @throws GraphQLError when variables do not fit their types; execution then says so in its own way
 */
export function objectsOf(schema: GraphQLSchema, { document, variableValues, operationName }: ExecutionArgs) {
  return getComplexity({
    schema,
    query: document,
    variables: variableValues ?? {},
    ...(operationName && { operationName }),
    estimators: [estimate],
  });
}

/** Refuses queries whose lists within lists fan out beyond the limit, before anything is read. */
export function limitFanOut(schema: GraphQLSchema): Plugin {
  const check = ({ args }: { args: ExecutionArgs }) => {
    let value: number;
    try {
      value = objectsOf(schema, args);
    } catch {
      return;
    }
    if (value > MOST_OBJECTS) throw apiError("QUERY_TOO_LARGE", { limit: MOST_OBJECTS, value });
  };
  return { onExecute: check, onSubscribe: check } as Plugin;
}
