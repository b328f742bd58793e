import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { alertPushed } from "./alerts.ts";
import { barrierFixed, barrierReported } from "./barriers.ts";
import { days } from "./days.ts";
import { noticeCorrected, noticeExpired, noticePublished } from "./notices.ts";

export const accessibleInformation: Service = {
  name: "th.go.dep.accessible-information",
  agency: {
    code: 92002,
    name: text([
      "กรมส่งเสริมและพัฒนาคุณภาพชีวิตคนพิการ (สาธิต)",
      "Department of Empowerment of Persons with Disabilities (demonstration)",
    ]),
    province: 10,
  },
  title: text(["แอปข้อมูลสำหรับคนตาบอด", "Information app for blind people"]),
  purpose: text([
    "ตรวจได้ว่าประกาศใดเผยแพร่ในรูปแบบที่คนตาบอดอ่านได้จริง ใครเป็นผู้ตรวจ แก้ไขเมื่อใดเพราะเหตุใด คำเตือนด่วนส่งถึงคนเท่าใดและเร็วตามที่สัญญาหรือไม่ และสิ่งกีดขวางที่มีผู้แจ้งได้รับการแก้ไขภายในกี่วัน",
    "Which notices were published in a form that blind people can read and who checked them, when and why they were corrected, how many people an alert reached and how fast, and in how many days reported barriers were mended.",
  ]),
  heartbeatSeconds: 43_200,
  maximumMergeDelaySeconds: 300,
  actions: [noticePublished, noticeCorrected, noticeExpired, alertPushed, barrierReported, barrierFixed],
  follows: {
    "notice.published": [null],
    "notice.corrected": ["notice.published"],
    "notice.expired": ["notice.published", "notice.corrected"],
    "barrier.reported": [null],
    "barrier.fixed": ["barrier.reported"],
  },
  days,
};
