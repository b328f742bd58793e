import { randomUUID } from "node:crypto";

const TIMEOUT = 30_000;

/** Why an API could not be asked, or what it answers in place of data. */
export class ApiProblem extends Error {
  /** the stable code of its answer */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Asks an API's GraphQL. An API remembers its answers until the ledger goes on; a question that nobody asked before, of
 * which the remark makes each one, is answered from what its mirror says now.
 *
 * @throws ApiProblem
 */
export async function ask<Data>(url: string, query: string, variables: object): Promise<Data> {
  let answer: { data?: Data | null; errors?: { message: string; extensions?: { code?: string } }[] };
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `${query}\n# ${randomUUID()}`, variables }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    answer = (await response.json()) as typeof answer;
  } catch (error) {
    throw new ApiProblem(`${url} gives no answer: ${(error as Error).message}`);
  }
  const problem = answer.errors?.[0];
  if (problem || !answer.data)
    throw new ApiProblem(`${url} answers: ${problem?.message ?? "no data"}`, problem?.extensions?.code);
  return answer.data;
}
