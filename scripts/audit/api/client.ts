const TIMEOUT = 30_000;

/** Why an API could not be asked. */
export class ApiProblem extends Error {}

/** Asks an API's GraphQL. @throws ApiProblem */
export async function ask<Data>(url: string, query: string, variables: object): Promise<Data> {
  let answer: { data?: Data | null; errors?: { message: string }[] };
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    answer = (await response.json()) as typeof answer;
  } catch (error) {
    throw new ApiProblem(`${url} gives no answer: ${(error as Error).message}`);
  }
  if (answer.errors?.[0] || !answer.data)
    throw new ApiProblem(`${url} answers: ${answer.errors?.[0]?.message ?? "no data"}`);
  return answer.data;
}
