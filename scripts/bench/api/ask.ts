import type { Question } from "./load.ts";

/** One answer; @throws when it holds errors */
export async function ask<Data>(url: string, question: Question): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(question),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.[0]?.message ?? `status ${response.status}`);
  return data;
}
