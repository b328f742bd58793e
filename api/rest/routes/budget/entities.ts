import type { ReadRoute } from "../route.ts";
import { nodes, PAGE, PAGED, route } from "../route.ts";

const NATIVE = "$projectCode: String, $agency: [Int!], $fiscalYear: [Int!], $asOfBlock: Int";
const NARROWED = "projectCode: $projectCode, agency: $agency, fiscalYear: $fiscalYear, asOfBlock: $asOfBlock";

interface Kind {
  /** in the address */
  readonly plural: string;
  readonly list: string;
  readonly one: string;
  readonly key: string;
  readonly fragment: string;
  readonly th: string;
  readonly en: string;
  readonly variables?: string;
  readonly args?: string;
}

/** The list, one of it, and its history. */
function routesOf({ plural, list, one, key, fragment, th, en, variables, args }: Kind): ReadRoute[] {
  const declared = [PAGE, NATIVE, variables].filter(Boolean).join(", ");
  const given = [PAGED, NARROWED, args].filter(Boolean).join(", ");
  const single = `$${key}: ID!, $asOfBlock: Int`;
  const found = `${one}(${key}: $${key}, asOfBlock: $asOfBlock)`;
  return [
    route({
      path: `/v1/${plural}`,
      id: list,
      tag: "budget",
      th,
      en,
      operation: `query (${declared}) { result: ${list}(${given}) ${nodes(fragment)} }`,
      exported: true,
    }),
    route({
      path: `/v1/${plural}/{${key}}`,
      id: one,
      tag: "budget",
      th: `${th}: หนึ่งรายการ`,
      en: `${en}: one of them`,
      operation: `query (${single}) { result: ${found} { ...${fragment} } }`,
    }),
    route({
      path: `/v1/${plural}/{${key}}/history`,
      id: `${one}History`,
      tag: "budget",
      th: `${th}: ประวัติของหนึ่งรายการ`,
      en: `${en}: the history of one of them`,
      operation: `query (${single}, ${PAGE}) { result: ${found} { history(${PAGED}) ${nodes("Event")} } }`,
      under: "history",
    }),
  ];
}

const kinds: Kind[] = [
  {
    plural: "lines",
    list: "lines",
    one: "line",
    key: "lineId",
    fragment: "Line",
    th: "รายการงบประมาณ",
    en: "Appropriation lines",
  },
  {
    plural: "commitments",
    list: "commitments",
    one: "commitment",
    key: "commitmentId",
    fragment: "Commitment",
    th: "ใบสั่งซื้อและสัญญา",
    en: "Commitments: purchase orders and contracts",
    variables: "$state: [CommitmentState!]",
    args: "state: $state",
  },
  {
    plural: "milestones",
    list: "milestones",
    one: "milestone",
    key: "milestoneId",
    fragment: "Milestone",
    th: "งวดงาน",
    en: "Milestones",
    variables: "$state: [MilestoneState!], $overdue: Boolean",
    args: "state: $state, overdue: $overdue",
  },
  {
    plural: "disbursements",
    list: "disbursements",
    one: "disbursement",
    key: "disbursementId",
    fragment: "Disbursement",
    th: "การเบิกจ่าย",
    en: "Disbursements",
    variables: "$state: [DisbursementState!]",
    args: "state: $state",
  },
  {
    plural: "revisions",
    list: "revisions",
    one: "revision",
    key: "revisionId",
    fragment: "Revision",
    th: "การโอนเปลี่ยนแปลงงบประมาณ",
    en: "Revisions",
  },
  {
    plural: "obligations",
    list: "obligations",
    one: "obligation",
    key: "obligationId",
    fragment: "Obligation",
    th: "ภาระผูกพันข้ามปี",
    en: "Multi-year obligations",
  },
  {
    plural: "flags",
    list: "flags",
    one: "flag",
    key: "flagId",
    fragment: "Flag",
    th: "ข้อทักท้วงของประชาชนและคำตอบของหน่วยงาน",
    en: "Flags by citizens, with the agency's answer",
    variables: "$state: [FlagState!], $unanswered: Boolean, $orderBy: FlagOrder = NEWEST",
    args: "state: $state, unanswered: $unanswered, orderBy: $orderBy",
  },
];

export const budgetRoutes = [
  ...kinds.flatMap(routesOf),
  route({
    path: "/v1/carry-forwards",
    id: "carryForwards",
    tag: "budget",
    th: "เงินกันเหลื่อมปี",
    en: "Carry-forwards over the year's end",
    operation: `query (${NATIVE}, ${PAGE}) {
      result: carryForwards(${NARROWED}, ${PAGED}) ${nodes("CarryForward")} }`,
    exported: true,
  }),
  route({
    path: "/v1/fiscal-years",
    id: "fiscalYears",
    tag: "budget",
    th: "ปีงบประมาณ",
    en: "Fiscal years",
    operation: "query ($asOfBlock: Int) { result: fiscalYears(asOfBlock: $asOfBlock) { ...Year } }",
  }),
  route({
    path: "/v1/fiscal-years/{year}",
    id: "fiscalYear",
    tag: "budget",
    th: "ปีงบประมาณหนึ่งปี",
    en: "One fiscal year",
    operation:
      "query ($year: Int!, $asOfBlock: Int) { result: fiscalYear(year: $year, asOfBlock: $asOfBlock) { ...Year } }",
  }),
];
