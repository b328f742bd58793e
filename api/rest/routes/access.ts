import { nodes, PAGE, PAGED, route } from "./route.ts";

export const routes = [
  route({
    path: "/v1/agencies",
    id: "agencies",
    tag: "agencies",
    th: "หน่วยงานในทะเบียน",
    en: "Agencies in the register",
    operation: `query ($query: String, $asOfBlock: Int, ${PAGE}) {
      result: agencies(query: $query, asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Agency")} }`,
    exported: true,
  }),
  route({
    path: "/v1/agencies/{code}",
    id: "agency",
    tag: "agencies",
    th: "หน่วยงานหนึ่ง พร้อมยอดรวมของปีงบประมาณ",
    en: "One agency with the sums of a fiscal year",
    operation: `query ($code: Int!, $fiscalYear: Int, $asOfBlock: Int) {
      result: agency(code: $code, asOfBlock: $asOfBlock) { ...Agency totals(fiscalYear: $fiscalYear) { ...Counters } } }`,
  }),
  route({
    path: "/v1/agencies/{code}/history",
    id: "agencyHistory",
    tag: "agencies",
    th: "ทุกเหตุการณ์ที่เกิดกับหน่วยงาน",
    en: "Everything that happened to an agency",
    operation: `query ($code: Int!, $asOfBlock: Int, ${PAGE}) {
      result: agency(code: $code, asOfBlock: $asOfBlock) { history(${PAGED}) ${nodes("Event")} } }`,
    under: "history",
  }),
  route({
    path: "/v1/agencies/{code}/officers",
    id: "officers",
    tag: "agencies",
    th: "เจ้าหน้าที่ของหน่วยงาน (นามแฝง)",
    en: "The agency's officers (pseudonyms)",
    operation: `query ($code: Int!, $asOfBlock: Int, ${PAGE}) {
      result: agency(code: $code, asOfBlock: $asOfBlock) { officers(${PAGED}) ${nodes("Officer")} } }`,
    under: "officers",
  }),
  route({
    path: "/v1/officers/{account}",
    id: "officer",
    tag: "agencies",
    th: "เจ้าหน้าที่หนึ่งคน (นามแฝง)",
    en: "One officer (a pseudonym)",
    operation: `query ($account: Address!, $asOfBlock: Int) {
      result: officer(account: $account, asOfBlock: $asOfBlock) { ...Officer } }`,
  }),
  route({
    path: "/v1/deployments",
    id: "deployments",
    tag: "agencies",
    th: "สัญญาของสมุดบัญชีทุกรุ่น",
    en: "Every version of the ledger's contracts",
    operation: "query ($asOfBlock: Int) { result: deployments(asOfBlock: $asOfBlock) { ...Deployment } }",
  }),
];
