import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { cycleClosed, cycleOpened } from "./cycles.ts";
import { days } from "./days.ts";
import { checkinRecorded, krAmended, objectiveCommitted } from "./objectives.ts";
import { appealDecided, appealFiled, scoreFinalised } from "./scores.ts";

export { SCORING_RULE, gradeOf, score } from "./scoring.ts";

const atWork = ["objective.committed", "kr.amended", "checkin.recorded"];

export const okrEvaluation: Service = {
  name: "th.go.ocsc.okr-evaluation",
  agency: {
    code: 92011,
    name: text([
      "สำนักงานคณะกรรมการข้าราชการพลเรือน (สาธิต)",
      "Office of the Civil Service Commission (demonstration)",
    ]),
    province: 10,
  },
  title: text(["ประเมินผลงานเจ้าหน้าที่ด้วยเป้าหมายและผลลัพธ์สำคัญ", "Staff evaluation by OKR"]),
  purpose: text([
    "ตรวจได้ว่าเป้าหมายถูกตั้งก่อนเริ่มงานและไม่ถูกแก้ย้อนหลังโดยไม่มีผู้อนุมัติ คะแนนคำนวณจากผลลัพธ์และน้ำหนักที่ตั้งไว้ตามวิธีเดียวกันทุกคน และอุทธรณ์ได้รับการตัดสินทันเวลาโดยคณะกรรมการ โดยไม่เปิดเผยว่าเป็นคะแนนของใคร",
    "That objectives were set before the work and not amended afterwards without approval, that every score follows from the results and weights by the same rule, and that appeals were decided in time by a board, without telling whose score it is.",
  ]),
  heartbeatSeconds: 604_800,
  maximumMergeDelaySeconds: 3_600,
  actions: [
    cycleOpened,
    cycleClosed,
    objectiveCommitted,
    krAmended,
    checkinRecorded,
    scoreFinalised,
    appealFiled,
    appealDecided,
  ],
  follows: {
    "cycle.opened": [null],
    "cycle.closed": ["cycle.opened"],
    "objective.committed": [null],
    "kr.amended": atWork,
    "checkin.recorded": atWork,
    "score.finalised": atWork,
    "appeal.filed": ["score.finalised"],
    "appeal.decided": ["appeal.filed"],
  },
  days,
};
