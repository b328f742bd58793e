import { nodes, PAGE, PAGED, route } from "../route.ts";

const ONE = "$code: String!, $asOfBlock: Int";
const FOUND = "project(code: $code, asOfBlock: $asOfBlock)";

/** A list that hangs on one project. */
const part = (name: string, fragment: string, th: string, en: string) =>
  route({
    path: `/v1/projects/{code}/${name}`,
    id: `project${name[0]!.toUpperCase()}${name.slice(1)}`,
    tag: "budget",
    th,
    en,
    operation: `query (${ONE}, ${PAGE}) { result: ${FOUND} { ${name}(${PAGED}) ${nodes(fragment)} } }`,
    under: name,
    exported: name !== "history",
  });

export const projectRoutes = [
  route({
    path: "/v1/projects",
    id: "projects",
    tag: "budget",
    th: "โครงการในสมุดบัญชี",
    en: "Projects on the ledger",
    operation: `query ($query: String, $agency: [Int!], $fiscalYear: [Int!], $state: [ProjectState!], $province: [Int!],
        $expenseType: [ExpenseType!], $minApproved: Satang, $maxApproved: Satang, $flagged: Boolean, $asOfBlock: Int,
        $orderBy: ProjectOrderField = CODE, $direction: Direction = ASC, ${PAGE}) {
      result: projects(filter: { query: $query, agency: $agency, fiscalYear: $fiscalYear, state: $state, province: $province,
          expenseType: $expenseType, minApproved: $minApproved, maxApproved: $maxApproved, flagged: $flagged },
        orderBy: { field: $orderBy, direction: $direction }, asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Project")} }`,
    exported: true,
  }),
  route({
    path: "/v1/projects/{code}",
    id: "project",
    tag: "budget",
    th: "โครงการหนึ่งตามรหัส",
    en: "One project by its code",
    operation: `query (${ONE}) { result: ${FOUND} { ...Project redFlags { ...RedFlag } } }`,
  }),
  part("history", "Event", "เหตุการณ์ของตัวโครงการ", "What happened to the project itself"),
  part("events", "Event", "ลำดับเหตุการณ์ทั้งหมดของโครงการ", "The project's whole timeline"),
  part("documents", "Evidence", "เอกสารทุกฉบับของโครงการ", "Every document of the project"),
];
