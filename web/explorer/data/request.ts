import { ApiProblem } from "./api-problem.ts";
import type { ApiError } from "./api-problem.ts";
import type { TypedQuery } from "./typed-query.ts";

/** What GraphQL answers. */
export type Answer<Result> = { readonly data?: Result | null; readonly errors?: readonly ApiError[] };

/** Asks the public API. Given to the page, so that a server can answer without a network. */
export type Ask = <Result, Variables>(
  query: TypedQuery<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
) => Promise<Result>;

/**
 * @param endpoint address of `/graphql`
 * @throws ApiProblem OFFLINE, HTTP_‹status›, ANSWER_MALFORMED, or the code that the API gives
 */
export function askAt(endpoint: string): Ask {
  return async (query, variables, signal) => {
    let response: Response;
    try {
      response = await fetch(endpoint, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json" },
        body: JSON.stringify({ query, variables }),
        signal,
      });
    } catch (error) {
      throw new ApiProblem("OFFLINE", true, undefined, error);
    }
    let answer: Answer<never>;
    try {
      answer = (await response.json()) as Answer<never>;
    } catch (error) {
      throw new ApiProblem(response.ok ? "ANSWER_MALFORMED" : `HTTP_${response.status}`, !response.ok, undefined, error);
    }
    return dataOf(answer);
  };
}

/** @throws ApiProblem with the code that the API gives, or ANSWER_MALFORMED */
export function dataOf<Result>({ errors, data }: Answer<Result>): Result {
  const [error] = errors ?? [];
  if (error) throw ApiProblem.of(error);
  if (!data) throw new ApiProblem("ANSWER_MALFORMED", false);
  return data;
}
