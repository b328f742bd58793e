import { ask } from "../api/ask.ts";

export interface Addresses {
  readonly name: string;
  /** Each another page. */
  readonly all: readonly string[];
}

interface Keys {
  list: { edges: { cursor: string; node: { key: string } }[]; pageInfo: { hasNextPage: boolean } };
}

const MOST = 20_000;

async function edgesOf(url: string, list: string, key: string): Promise<Keys["list"]["edges"]> {
  const edges: Keys["list"]["edges"] = [];
  const query = `query ($after: String) { list: ${list}(first: 1000, after: $after) {
    edges { cursor node { key: ${key} } } pageInfo { hasNextPage } } }`;
  for (;;) {
    const { list: found } = await ask<Keys>(url, {
      query,
      variables: { after: edges.at(-1)?.cursor ?? null },
    });
    edges.push(...found.edges);
    if (!found.pageInfo.hasNextPage || edges.length >= MOST) return edges;
  }
}

/** Pages as people open them. The home page is one; a parameter that it does not know makes it be drawn again. */
export async function addresses(url: string): Promise<Addresses[]> {
  const projects = await edgesOf(url, "projects", "code");
  const reported = await edgesOf(url, "reportedProjects", "reportedId");
  return [
    { name: "home, drawn again", all: Array.from({ length: MOST }, (_, i) => `/?again=${i}`) },
    { name: "project", all: projects.map(({ node }) => `/p/${node.key}`) },
    { name: "reported data, a page of 50", all: reported.map(({ cursor }) => `/reported?after=${cursor}`) },
    { name: "reported project", all: reported.map(({ node }) => `/reported/${node.key}`) },
  ];
}
