import { route } from "./route.ts";

/** Id of the export of a whole log. */
export const WHOLE_LOG = "wholeLog";

/**
 * A service's whole log as one file. It is no read of its own: its lines are not answers but the very bytes that were
 * hashed, and its manifest names the head that they give.
 */
export const wholeLogRoute = route({
  path: "/v1/services/{service}/log",
  id: WHOLE_LOG,
  tag: "log",
  th: "บันทึกทั้งเล่มของบริการ ทุกตัวอักษรตามที่ยืนยันบนบัญชี พร้อมหลักฐานว่าครบถ้วน",
  en: "A service's whole log, byte for byte as it is anchored, with proof that it is complete",
  operation: `query ($service: String!, $asOfBlock: Int) {
    result: service(name: $service, asOfBlock: $asOfBlock) { name } }`,
  exported: true,
});
