import { load, type Load } from "../http/load.ts";

export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

/** Asks GraphQL over 32 kept connections; right is a 200 with data and without errors. */
export function loadQuestions(options: {
  url: string;
  next: () => Question;
  seconds: number;
  rate?: number;
}): Promise<Load> {
  const { url, next, ...rest } = options;
  return load({
    ...rest,
    url: `${url}/graphql`,
    connections: 32,
    next: () => ({
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(next()),
    }),
    isRight: (status, body) => status === 200 && body.startsWith('{"data":{') && !body.includes('"errors":'),
  });
}
