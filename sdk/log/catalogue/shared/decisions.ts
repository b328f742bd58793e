import { enumOf } from "../define/choices.ts";
import { version } from "../define/strings.ts";

/** What stands in every automatic decision: by which rule or model, and whether a person changed the result. */
export const modelVersion = (name: string) => version(["รุ่นของแบบจำลองที่ใช้", "model and its version"], name);

export const ruleVersion = (...names: [string, ...string[]]) =>
  version(["กฎที่ใช้และรุ่นของกฎ", "rule and its version"], ...names);

export const humanOverride = enumOf(["การตรวจโดยเจ้าหน้าที่", "check by an officer"], {
  none: ["ระบบตัดสินเอง", "decided by the system alone"],
  confirmed: ["เจ้าหน้าที่ตรวจแล้วเห็นชอบ", "checked and confirmed by an officer"],
  changed: ["เจ้าหน้าที่แก้ผลของระบบ", "changed by an officer"],
});
