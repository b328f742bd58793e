import { nodes, PAGE, PAGED, route } from "../route.ts";

/** The filter of reported data, shared by lists, totals and exports. */
const FILTER = `$query: String, $agency: [String!], $province: [String!], $method: [String!], $fiscalYear: [Int!],
  $minBudget: Satang, $maxBudget: Satang, $flag: [String!], $source: [String!], $importBatch: [Int!], $asOfBlock: Int`;
const FILTERED = `query: $query, agency: $agency, province: $province, method: $method, fiscalYear: $fiscalYear,
  minBudget: $minBudget, maxBudget: $maxBudget, flag: $flag, source: $source, importBatch: $importBatch`;

export const reportedRoutes = [
  route({
    path: "/v1/reported-projects",
    id: "reportedProjects",
    tag: "reported",
    th: "โครงการตามที่ระบบอื่นรายงาน",
    en: "Projects as other publishers report them",
    operation: `query (${FILTER}, $orderBy: ReportedOrderField = ID, $direction: Direction = ASC, ${PAGE}) {
      result: reportedProjects(filter: { ${FILTERED} }, orderBy: { field: $orderBy, direction: $direction },
        asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Reported")} }`,
    exported: true,
  }),
  route({
    path: "/v1/reported-projects/{id}",
    id: "reportedProject",
    tag: "reported",
    th: "โครงการที่รายงานหนึ่งโครงการ ตามรหัส หรือ egp:เลขที่โครงการ",
    en: "One reported project by id, or egp:number",
    operation:
      "query ($id: ID!, $asOfBlock: Int) { result: reportedProject(id: $id, asOfBlock: $asOfBlock) { ...Reported redFlags { ...RedFlag } provenance { ...Where } } }",
  }),
  route({
    path: "/v1/reported-projects/{id}/history",
    id: "reportedProjectHistory",
    tag: "reported",
    th: "เหตุการณ์บนสมุดบัญชีของโครงการที่รายงาน",
    en: "What the ledger recorded of a reported project",
    operation: `query ($id: ID!, ${PAGE}) {
      result: reportedProject(id: $id) { history(${PAGED}) ${nodes("Event")} } }`,
    under: "history",
  }),
  route({
    path: "/v1/totals",
    id: "totals",
    tag: "reported",
    th: "ยอดรวมตามหน่วยงาน จังหวัด ปี ประเภทรายจ่าย หรือวิธี",
    en: "Totals by agency, province, year, expense type or method",
    operation: `query ($groupBy: TotalsGrouping, ${FILTER}, $agencyCode: [Int!], $expenseType: [ExpenseType!],
        $orderBy: TotalsOrderField = BUDGET, $direction: Direction = DESC, $limit: Int = 50, $after: String) {
      result: budgetTotals(groupBy: $groupBy, filter: { ${FILTERED}, agencyCode: $agencyCode, expenseType: $expenseType },
          orderBy: { field: $orderBy, direction: $direction }, asOfBlock: $asOfBlock, ${PAGED}) {
        groups { ...Group } total { ...Group } totalCount hasNextPage endCursor } }`,
  }),
  route({
    path: "/v1/import-batches",
    id: "importBatches",
    tag: "reported",
    th: "ชุดข้อมูลที่นำเข้า",
    en: "Import batches",
    operation: `query ($asOfBlock: Int, ${PAGE}) { result: importBatches(asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Batch")} }`,
    exported: true,
  }),
  route({
    path: "/v1/import-batches/{batchId}",
    id: "importBatch",
    tag: "reported",
    th: "ชุดข้อมูลที่นำเข้าหนึ่งชุด",
    en: "One import batch",
    operation:
      "query ($batchId: Int!, $asOfBlock: Int) { result: importBatch(batchId: $batchId, asOfBlock: $asOfBlock) { ...Batch } }",
  }),
  route({
    path: "/v1/import-batches/{batchId}/quarantine",
    id: "quarantine",
    tag: "reported",
    th: "แถวที่อ่านไม่ได้ พร้อมเหตุผลและเลขบรรทัด",
    en: "Rows that could not be read, with line and reason",
    operation: `query ($batchId: Int!, ${PAGE}) {
      result: importBatch(batchId: $batchId) { quarantine(${PAGED}) ${nodes("Quarantined")} } }`,
    under: "quarantine",
    exported: true,
  }),
  route({
    path: "/v1/import-batches/{batchId}/history",
    id: "importBatchHistory",
    tag: "reported",
    th: "เหตุการณ์ของชุดข้อมูล",
    en: "What happened to an import batch",
    operation: `query ($batchId: Int!, ${PAGE}) {
      result: importBatch(batchId: $batchId) { history(${PAGED}) ${nodes("Event")} } }`,
    under: "history",
  }),
];
