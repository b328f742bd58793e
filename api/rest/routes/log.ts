import { nodes, PAGE, PAGED, route } from "./route.ts";

const FILTER = `$type: [String!], $subject: Bytes32, $submitter: String, $from: DateTime, $to: DateTime,
  $superseded: Boolean, $orderBy: ActionOrderField = HAPPENED, $direction: Direction = DESC, $asOfBlock: Int`;
const FILTERED = `type: $type, subject: $subject, submitter: $submitter, from: $from, to: $to, superseded: $superseded`;
const LISTED = `orderBy: { field: $orderBy, direction: $direction }, asOfBlock: $asOfBlock, ${PAGED}`;

export const routes = [
  route({
    path: "/v1/services",
    id: "services",
    tag: "log",
    th: "บริการที่บันทึกการดำเนินงานไว้ให้ตรวจสอบ",
    en: "Services that log what they do",
    operation: `query ($query: String, $agency: [Int!], $open: Boolean, $asOfBlock: Int, ${PAGE}) {
      result: services(query: $query, agency: $agency, open: $open, asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Service")} }`,
    exported: true,
  }),
  route({
    path: "/v1/services/{service}",
    id: "service",
    tag: "log",
    th: "บริการหนึ่ง พร้อมกุญแจ จุดรับรายการ และประเภทรายการ",
    en: "One service with its keys, gateways and action types",
    operation: `query ($service: String!, $asOfBlock: Int) {
      result: service(name: $service, asOfBlock: $asOfBlock) { ...Service ...ServiceKeeping } }`,
  }),
  route({
    path: "/v1/services/{service}/anchors",
    id: "anchors",
    tag: "log",
    th: "ทุกครั้งที่บันทึกของบริการยืนยันบนบัญชี",
    en: "Every root of the service's log that the chain took",
    operation: `query ($service: String!, $asOfBlock: Int, ${PAGE}) {
      result: service(name: $service, asOfBlock: $asOfBlock) { anchors(${PAGED}) ${nodes("Anchor")} } }`,
    under: "anchors",
  }),
  route({
    path: "/v1/services/{service}/actions",
    id: "serviceActions",
    tag: "log",
    th: "รายการที่บริการบันทึกไว้",
    en: "What a service logged",
    operation: `query ($service: String!, ${FILTER}, ${PAGE}) {
      result: actions(filter: { service: [$service], ${FILTERED} }, ${LISTED}) ${nodes("Action")}
      owner: service(name: $service, asOfBlock: $asOfBlock) { name } }`,
    exported: true,
  }),
  route({
    path: "/v1/services/{service}/actions/{index}",
    id: "action",
    tag: "log",
    th: "รายการหนึ่ง พร้อมคำอ่าน เนื้อความทุกตัวอักษร และจุดที่ยืนยันบนบัญชี",
    en: "One entry: in plain words, its exact bytes, and where it is anchored",
    operation: `query ($service: String!, $index: Index!, $asOfBlock: Int) {
      result: action(service: $service, index: $index, asOfBlock: $asOfBlock) { ...ActionInFull } }`,
  }),
  route({
    path: "/v1/services/{service}/activity",
    id: "activity",
    tag: "log",
    th: "จำนวนรายการของบริการในแต่ละวัน",
    en: "How many actions a service logged, by day",
    operation: `query ($service: String!, $from: Date, $to: Date, $asOfBlock: Int) {
      result: service(name: $service, asOfBlock: $asOfBlock) { name
        activity(from: $from, to: $to) { day count types { type count } } } }`,
  }),
  route({
    path: "/v1/services/{service}/promises",
    id: "promises",
    tag: "log",
    th: "คำมั่นของจุดรับรายการในสถานะหนึ่ง: ยังไม่ครบกำหนด (OPEN ใช้เมื่อไม่ระบุ state) เลยกำหนดแล้วยังไม่ยืนยัน (OVERDUE) ยืนยันทันกำหนด (KEPT ส่วนรายการตรงตามที่สัญญาหรือไม่ ผู้ถือคำมั่นเป็นผู้ตรวจ) ยืนยันหลังกำหนด (LATE) ตามคำของผู้ดำเนินระบบ และที่พิสูจน์แล้วว่าผิด (BROKEN) ตามบัญชี",
    en: "Promises of the gateways in one state, OPEN where `state` is absent: open, overdue, kept (anchored in time; whether the entries are the promised ones is for the holder to check) and anchored late by the operator's word, broken by the chain",
    operation: `query ($service: String!, $state: PromiseState = OPEN, $direction: Direction = DESC, $asOfBlock: Int,
        ${PAGE}) {
      result: service(name: $service, asOfBlock: $asOfBlock) { promises(state: $state, direction: $direction, ${PAGED}) ${nodes("Promise")} } }`,
    under: "promises",
  }),
  route({
    path: "/v1/actions",
    id: "actions",
    tag: "log",
    th: "รายการที่ทุกบริการบันทึกไว้ ใหม่สุดก่อน",
    en: "What all services logged, newest first",
    operation: `query ($service: [String!], $agency: [Int!], ${FILTER}, ${PAGE}) {
      result: actions(filter: { service: $service, agency: $agency, ${FILTERED} }, ${LISTED}) ${nodes("Action")} }`,
  }),
  route({
    path: "/v1/anchors",
    id: "allAnchors",
    tag: "log",
    th: "ทุกครั้งที่บริการใดก็ตามยืนยันบันทึกบนบัญชี ใหม่สุดก่อน",
    en: "Every root of any service's log that the chain took, newest first",
    operation: `query ($service: [String!], $asOfBlock: Int, ${PAGE}) {
      result: anchors(service: $service, asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Anchor")} }`,
    exported: true,
  }),
  route({
    path: "/v1/witnesses",
    id: "witnesses",
    tag: "log",
    th: "หน่วยงานพยานที่ตรวจบันทึกของบริการแล้ว และตรวจถึงรายการใด",
    en: "Which agency has confirmed which service's log, and up to which size",
    operation: `query ($service: [String!], $agency: [Int!], $asOfBlock: Int, ${PAGE}) {
      result: witnesses(service: $service, agency: $agency, asOfBlock: $asOfBlock, ${PAGED}) ${nodes("Witness")} }`,
    exported: true,
  }),
];
