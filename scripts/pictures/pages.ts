/** Pages to picture: the fixed ones, and one of each kind that the running instance has. */
const fixed = {
  home: "/",
  projects: "/projects",
  "search-road": `/search?q=${encodeURIComponent("ถนน")}`,
  "search-none": `/search?q=${encodeURIComponent("ไม่มีคำนี้แน่นอน")}`,
  reported: "/reported",
  "reported-filtered": `/reported?q=${encodeURIComponent("คอมพิวเตอร์")}`,
  compare: "/compare",
  flags: "/flags",
  imports: "/imports",
  refused: "/refused",
  integrity: "/integrity",
  verify: "/verify",
  services: "/services",
  "services-none": `/services?q=${encodeURIComponent("ไม่มีคำนี้แน่นอน")}`,
  "check-receipt": "/check-receipt",
  "catch-us": "/catch-us",
  witnesses: "/witnesses",
  about: "/about",
  "not-found": "/p/TH-0000-00000-000000-00",
};

const QUERY = `{
  projects(first: 20) { nodes { code provenance { block txHash } } }
  agencies(first: 20) { nodes { code } }
  reportedProjects(first: 1) { nodes { scheme number } }
  redFlags(first: 1) { nodes { rule { id } } }
  importBatches(first: 1) { nodes { batchId } }
  services(first: 11) { nodes { name } }
  actions(first: 1) { nodes { serviceName index } }
  replacing: actions(filter: { superseded: true }, first: 1) { nodes { serviceName index } }
}`;

type Entry = { serviceName: string; index: number };

type Answer = {
  data?: {
    projects: { nodes: { code: string; provenance: { block: number; txHash: string } }[] };
    agencies: { nodes: { code: number }[] };
    reportedProjects: { nodes: { scheme: string; number: string }[] };
    redFlags: { nodes: { rule: { id: string } }[] };
    importBatches: { nodes: { batchId: number }[] };
    services: { nodes: { name: string }[] };
    actions: { nodes: Entry[] };
    replacing: { nodes: Entry[] };
  };
  errors?: { message: string }[];
};

export async function findPages(base: string): Promise<{ name: string; path: string }[]> {
  const response = await fetch(`${base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: QUERY }),
  });
  const { data, errors } = (await response.json()) as Answer;
  if (!data) throw new Error(`the API answered: ${errors?.map(({ message }) => message).join("; ")}`);
  const [project] = data.projects.nodes;
  const found: Record<string, string> = { ...fixed };
  for (const [index, { code }] of data.projects.nodes.entries()) found[`project-${index + 1}`] = `/p/${code}`;
  for (const { code } of data.agencies.nodes.slice(-2)) found[`agency-${code}`] = `/agency/${code}`;
  for (const { scheme, number } of data.reportedProjects.nodes)
    found["reported-project"] = `/reported/${scheme}:${number}`;
  for (const { rule } of data.redFlags.nodes) found["flag-rule"] = `/flags/${rule.id}`;
  for (const { batchId } of data.importBatches.nodes) found["import-batch"] = `/imports/${batchId}`;
  for (const { name } of data.services.nodes) found[`service-${name}`] = `/services/${name}`;
  for (const { serviceName, index } of data.actions.nodes)
    found["service-action"] = `/services/${serviceName}/${index}`;
  for (const { serviceName, index } of data.replacing.nodes)
    found["service-action-replaced"] = `/services/${serviceName}/${index}`;
  if (project) {
    found.block = `/block/${project.provenance.block}`;
    found.tx = `/tx/${project.provenance.txHash}`;
  }
  return Object.entries(found).map(([name, path]) => ({ name, path }));
}
