import { nodes, PAGE, PAGED, route } from "./route.ts";

export const redFlagRoutes = [
  route({
    path: "/v1/red-flag-rules",
    id: "redFlagRules",
    tag: "redflags",
    th: "กฎของสัญญาณเตือน",
    en: "Rules of signals for review",
    operation: "query { result: redFlagRules { ...Rule } }",
  }),
  route({
    path: "/v1/red-flags",
    id: "redFlags",
    tag: "redflags",
    th: "สัญญาณเตือนที่ควรตรวจสอบ (ไม่ใช่ข้อพิสูจน์)",
    en: "Signals for review (no proof)",
    operation: `query ($rule: [String!], $agency: [Int!], $agencyName: [String!], $projectCode: String,
        $reportedProject: ID, $fiscalYear: [Int!], $asOfBlock: Int, ${PAGE}) {
      result: redFlags(rule: $rule, agency: $agency, agencyName: $agencyName, projectCode: $projectCode,
        reportedProject: $reportedProject, fiscalYear: $fiscalYear, asOfBlock: $asOfBlock, ${PAGED}) ${nodes("RedFlag")} }`,
    exported: true,
  }),
];
