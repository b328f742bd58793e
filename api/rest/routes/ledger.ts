import { nodes, PAGE, PAGED, route } from "./route.ts";

export const ledgerRoutes = [
  route({
    path: "/v1/meta",
    id: "meta",
    tag: "ledger",
    th: "ดัชนีตามสมุดบัญชีถึงบล็อกใด",
    en: "Where the index stands",
    operation: "query { result: _meta { ...Meta } }",
  }),
  route({
    path: "/v1/journals",
    id: "journals",
    tag: "ledger",
    th: "ลายนิ้วมือของสมุดรายวันทุกเล่ม จากดัชนีและจากเชน",
    en: "Every journal's root, by the index and by the chain",
    operation: "query { result: journals { ...Journal } }",
  }),
  route({
    path: "/v1/events",
    id: "events",
    tag: "ledger",
    th: "เหตุการณ์ทั้งหมด ใหม่สุดก่อน",
    en: "All events, newest first",
    operation: `query ($projectCode: String, $agency: Int, $contract: [String!], $name: [String!], $asOfBlock: Int, ${PAGE}) {
      result: events(projectCode: $projectCode, agency: $agency, contract: $contract, name: $name, asOfBlock: $asOfBlock,
        ${PAGED}) ${nodes("Event")} }`,
    exported: true,
  }),
  route({
    path: "/v1/blocks/{number}",
    id: "block",
    tag: "ledger",
    th: "บล็อกหนึ่งบล็อก",
    en: "One block",
    operation: "query ($number: Int!) { result: block(number: $number) { ...Block } }",
  }),
  route({
    path: "/v1/transactions/{hash}",
    id: "transaction",
    tag: "ledger",
    th: "ธุรกรรมหนึ่งรายการ",
    en: "One transaction",
    operation: "query ($hash: Bytes32!) { result: transaction(hash: $hash) { ...Transaction } }",
  }),
  route({
    path: "/v1/refusals",
    id: "refusals",
    tag: "ledger",
    th: "สิ่งที่สมุดบัญชีปฏิเสธ และเหตุผล",
    en: "What the ledger refused, and why",
    operation: `query ($asOfBlock: Int, ${PAGE}) { result: refusals(asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Refusal")} }`,
    exported: true,
  }),
  route({
    path: "/v1/search",
    id: "search",
    tag: "ledger",
    th: "ค้นหาทุกอย่าง",
    en: "Search everything",
    operation: `query ($query: String!, $limit: Int = 20) {
      result: search(query: $query, first: $limit) { kind key project { code title { ...Text } }
        reportedProject { reportedId title agencyName } agency { ...AgencyName } importBatch { batchId sourceName } } }`,
  }),
];
