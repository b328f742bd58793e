import { ask } from "./ask.ts";
import type { Question } from "./load.ts";

const META = "_meta { block blockHash head lag chainId deployment }";

const PROJECT = `code fiscalYear state title { th en } agency { code nameTh nameEn }
  totals { approved allotted committed paid returned } provenance { block txHash timestamp }`;
const REPORTED = `reportedId number title agencyName province method fiscalYear budget reference agreed
  transactionOn provenance { block txHash timestamp }`;

const PAGE = (list: string, fields: string) =>
  `query Page($after: String) { ${META} page: ${list}(first: 50, after: $after) {
    nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
const ONE = {
  project: `query Project($key: String!) { ${META} project(code: $key) { ${PROJECT} } }`,
  reported: `query Reported($key: ID!) { ${META} reportedProject(id: $key) { ${REPORTED} } }`,
};

export interface Asked {
  readonly name: string;
  readonly goal: number;
  /** Every question that can be asked, each different from the others. */
  readonly all: readonly Question[];
}

interface Keys {
  list: { edges: { cursor: string; node: { key: string } }[]; pageInfo: { hasNextPage: boolean } };
}

/** Cursors and keys of the whole list, in order. */
async function keysOf(url: string, list: string, key: string): Promise<{ cursor: string; key: string }[]> {
  const keys: { cursor: string; key: string }[] = [];
  const query = `query ($after: String) { list: ${list}(first: 1000, after: $after) {
    edges { cursor node { key: ${key} } } pageInfo { hasNextPage } } }`;
  for (;;) {
    const { list: found } = await ask<Keys>(url, {
      query,
      variables: { after: keys.at(-1)?.cursor ?? null },
    });
    keys.push(...found.edges.map(({ cursor, node }) => ({ cursor, key: node.key })));
    if (!found.pageInfo.hasNextPage) return keys;
  }
}

/** Pages of 50 that begin anywhere, and every project by its key. */
export async function questions(url: string): Promise<Asked[]> {
  const native = await keysOf(url, "projects", "code");
  const reported = await keysOf(url, "reportedProjects", "reportedId");
  const of = (
    name: string,
    keys: { cursor: string; key: string }[],
    list: string,
    fields: string,
    one: string,
  ) => [
    {
      name: `${name}, page of 50`,
      goal: 2_000,
      all: keys.slice(0, -50).map(({ cursor }) => ({
        query: PAGE(list, fields),
        variables: { after: cursor },
      })),
    },
    {
      name: `${name}, by id`,
      goal: 3_000,
      all: keys.map(({ key }) => ({ query: one, variables: { key } })),
    },
  ];
  return [
    ...of("projects", native, "projects", PROJECT, ONE.project),
    ...of("reported projects", reported, "reportedProjects", REPORTED, ONE.reported),
  ];
}
