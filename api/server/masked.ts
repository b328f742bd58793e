import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { randomUUID } from "node:crypto";
import { ProngsaiError } from "../../sdk/errors.ts";
import { restError } from "../rest/problems/rest-error.ts";

/** Errors that people can mend are told in both languages; what is our fault is told by a number only. */
export function masked(error: unknown, logger: Logger): GraphQLError {
  const cause = causeOf(error);
  if (cause instanceof ProngsaiError) {
    const { code, texts, details, message } = cause;
    const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
    return new GraphQLError(message, { ...place, extensions: { code, texts, details } });
  }
  if (cause instanceof GraphQLError) {
    const { extensions } = cause;
    const code = typeof extensions.code === "string" ? extensions.code : codeOf(cause);
    return new GraphQLError(cause.message, {
      nodes: cause.nodes,
      source: cause.source,
      positions: cause.positions,
      path: cause.path,
      extensions: { ...extensions, code },
    });
  }
  const id = randomUUID();
  logger.error({ id, error: cause }, "a query failed");
  const { code, texts, message } = restError("INTERNAL", { id });
  return new GraphQLError(message, { extensions: { code, texts } });
}

/** What was thrown first: GraphQL wraps the error of a value once or twice on its way out. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Limits that are counted in what could be read call themselves errors of syntax too. */
const LIMITED = /^Syntax Error: (Query depth|Aliases|Directives) limit/;

const codeOf = ({ message }: GraphQLError): string =>
  message.startsWith("Syntax Error") && !LIMITED.test(message)
    ? "GRAPHQL_PARSE_FAILED"
    : "GRAPHQL_VALIDATION_FAILED";
