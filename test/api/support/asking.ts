import { runningApi } from "./running.ts";

export type Node = Record<string, unknown>;

export interface Connection {
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** What the running API answers; fails with the errors when there are any. */
export async function data<Data = Record<string, never>>(query: string, variables?: object): Promise<Data> {
  const { ask } = await runningApi();
  const { data: found, errors } = await ask<Data>(query, variables);
  if (errors || !found) throw new Error(`${query.slice(0, 200)}: ${JSON.stringify(errors)}`);
  return found;
}

/** Code and details of the one error that the running API answers with. */
export async function refusal(query: string, variables?: object) {
  const { ask } = await runningApi();
  const { errors } = await ask(query, variables);
  if (errors?.length !== 1) throw new Error(`${query.slice(0, 200)}: ${JSON.stringify(errors)}`);
  return errors[0]!.extensions as unknown as {
    code: string;
    details: Record<string, unknown>;
    texts: Record<"th" | "en", Record<"what" | "why" | "mend", string>>;
  };
}

/** One page of a list. @param list field and arguments, such as `lines(agency: 91001, first: 2)`; arguments must not be empty */
export async function connection(list: string, fields: string): Promise<Connection> {
  const { list: found } = await data<{ list: Connection }>(`{ list: ${list} { nodes { ${fields} }
    edges { cursor node { ${fields} } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`);
  return found;
}

/** All entries of a list, which must fit a page of 1000. @param args such as `agency: 91001`, or nothing */
export async function nodes(field: string, args: string, fields: string): Promise<Node[]> {
  const { list } = await data<{ list: Connection }>(
    `{ list: ${field}(first: 1000${args && `, ${args}`}) { nodes { ${fields} } pageInfo { hasNextPage } } }`,
  );
  if (list.pageInfo.hasNextPage) throw new Error(`${field} does not fit a page`);
  return list.nodes;
}
