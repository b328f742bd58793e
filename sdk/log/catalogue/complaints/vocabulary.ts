import { enumOf } from "../define/choices.ts";
import type { Pair } from "../define/text.ts";

const categories = {
  road: ["ถนนชำรุด", "a damaged road"],
  pavement: ["ทางเท้า", "a pavement"],
  flooding: ["น้ำท่วมขัง", "standing water"],
  rubbish: ["ขยะ", "rubbish"],
  lighting: ["ไฟส่องสว่าง", "street lighting"],
  trees: ["ต้นไม้", "trees"],
  wires: ["สายสื่อสาร", "hanging wires"],
  noise: ["เสียงดัง", "noise"],
  smell: ["กลิ่น", "a smell"],
  other: ["อื่น ๆ", "another matter"],
} as const satisfies Record<string, Pair>;

export const category = enumOf(["ประเภท", "category"], categories);
export const categoryBefore = enumOf(["ประเภทเดิม", "category before"], categories);

const departments = {
  works: ["สำนักการโยธา", "the public works department"],
  drainage: ["สำนักการระบายน้ำ", "the drainage department"],
  environment: ["สำนักสิ่งแวดล้อม", "the environment department"],
  cityLaw: ["สำนักเทศกิจ", "the city-law department"],
  traffic: ["สำนักการจราจรและขนส่ง", "the traffic department"],
  district: ["สำนักงานเขต", "the district office"],
} as const satisfies Record<string, Pair>;

export const department = enumOf(["ส่งต่อให้", "sent on to"], departments);
export const departmentBefore = enumOf(["ส่งต่อจาก", "sent on from"], departments);

/** States of a complaint. Resolving and reopening have actions of their own. */
const states = {
  received: ["รับเรื่องแล้ว", "received"],
  planned: ["วางแผนแล้ว", "planned"],
  inProgress: ["กำลังดำเนินการ", "in progress"],
  waiting: ["รอหน่วยอื่นหรือวัสดุ", "waiting for others or for material"],
} as const satisfies Record<string, Pair>;

export type State = keyof typeof states;

export const from = enumOf(["สถานะเดิม", "state before"], states);
export const to = enumOf(["สถานะใหม่", "state after"], states);

/** Which state may follow which. */
export const transitions: Readonly<Record<State, readonly State[]>> = {
  received: ["planned", "inProgress"],
  planned: ["inProgress"],
  inProgress: ["waiting"],
  waiting: ["inProgress"],
};
