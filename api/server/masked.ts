import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import { randomUUID } from "node:crypto";
import { ProngsaiError } from "../../sdk/errors.ts";
import { apiError } from "../errors/api-error.ts";
import { restError } from "../rest/problems/rest-error.ts";

/** Errors that people can mend are told in both languages; what is our fault is told by a number only. */
export function masked(error: unknown, logger: Logger): GraphQLError {
  const cause = causeOf(error);
  if (cause instanceof ProngsaiError) {
    const { code, texts, details, message } = cause;
    const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
    return new GraphQLError(message, { ...place, extensions: { code, texts, details } });
  }
  if (cause instanceof GraphQLError && !isUnshowable(error, cause)) return told(cause);
  const id = randomUUID();
  logger.error({ id, error: cause }, "a query failed");
  const { code, texts, message } = restError("INTERNAL", { id });
  return new GraphQLError(message, { extensions: { code, texts } });
}

/**
 * Whether GraphQL could not show what a field is: a value in the database that its type does not have. Such an error came
 * about at a place of the answer, not of the question.
 */
const isUnshowable = (error: unknown, cause: GraphQLError) =>
  error instanceof GraphQLError && error.path !== undefined && cause.nodes === undefined;

/** An error of GraphQL itself, with its code and what to do about it. */
function told({ message, nodes, source, positions, path, extensions }: GraphQLError): GraphQLError {
  const code = typeof extensions.code === "string" ? extensions.code : codeOf(message);
  const known = OF_GRAPHQL.find((one) => one === code);
  const texts = known && { texts: apiError(known).texts };
  return new GraphQLError(message, {
    ...{ nodes, source, positions, path },
    extensions: { ...extensions, code, ...texts },
  });
}

/** Errors of validation were not thrown, so that the server passes them on as they are. */
export const maskValidation = (logger: Logger): Plugin => ({
  onValidate:
    () =>
    ({ valid, result, setResult }) => {
      if (valid) return;
      // A value may be refused by an error of our own; whatever else a value's reader threw is GraphQL's refusal.
      const each = (error: Error) =>
        error instanceof GraphQLError && !(causeOf(error) instanceof ProngsaiError)
          ? told(error)
          : masked(error, logger);
      setResult(result.map(each));
    },
});

/** What was thrown first: GraphQL wraps the error of a value once or twice on its way out. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Limits that are counted in what could be read call themselves errors of syntax too. */
const LIMITED = /^Syntax Error: (Query depth|Aliases|Directives) limit/;

const OF_GRAPHQL = ["BAD_REQUEST", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"] as const;

const codeOf = (message: string): (typeof OF_GRAPHQL)[number] =>
  message.startsWith("Syntax Error") && !LIMITED.test(message)
    ? "GRAPHQL_PARSE_FAILED"
    : "GRAPHQL_VALIDATION_FAILED";
