import { execute, GraphQLError } from "graphql";
import type { Context } from "../../graphql/core/context.ts";
import { schema } from "../../graphql/schema.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Operation } from "./operation.ts";
import type { Variables } from "./variables.ts";

function reasonOf(error: GraphQLError): unknown {
  let reason: unknown = error;
  while (reason instanceof GraphQLError && reason.originalError) reason = reason.originalError;
  return reason;
}

/**
 * What GraphQL answers to the operation; null when there is no such thing, or when the list hangs on an `owner` that is
 * not there: such a list is not empty.
 * @throws ProngsaiError of the resolver that refused; any other error is ours
 */
export async function runOperation<Result>(
  operation: Operation,
  variableValues: Variables,
  contextValue: Context,
): Promise<Result | null> {
  const { data, errors } = await execute({
    schema,
    document: operation.document,
    variableValues,
    contextValue,
  });
  if (errors?.length) {
    const reasons = errors.map(reasonOf);
    throw reasons.find((reason) => reason instanceof ProngsaiError) ?? reasons[0];
  }
  const { result, owner } = data as { result: Result | null; owner?: object | null };
  return owner === null ? null : result;
}
