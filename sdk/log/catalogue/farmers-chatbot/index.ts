import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { days } from "./days.ts";
import { benefitMatched, damageReported } from "./help.ts";
import { registrationGuided, updateReminded } from "./register.ts";
import { warningDelivered, warningIssued } from "./warnings.ts";

export { MOST_NGAN, RELIEF_RULE, relief, reliefRates } from "./relief.ts";

export const farmersChatbot: Service = {
  name: "th.go.doae.farmers-chatbot",
  agency: {
    code: 92009,
    name: text(["กรมส่งเสริมการเกษตร (สาธิต)", "Department of Agricultural Extension (demonstration)"]),
    province: 10,
  },
  title: text(["ผู้ช่วยเกษตรกร", "Farmers' chatbot"]),
  purpose: text([
    "ตรวจได้ว่าคำเตือนภัยออกเมื่อใดและถึงเกษตรกรราวกี่คน การขึ้นทะเบียนติดที่ขั้นตอนใด ความเสียหายที่แจ้งได้รับการสำรวจทันเวลาหรือไม่ และเงินช่วยเหลือคำนวณจากพื้นที่และอัตราเดียวกันทุกคน โดยไม่เปิดเผยว่าเป็นใครหรือแปลงใด",
    "When warnings were issued and how many farmers they reached, at which step registration gets stuck, whether reported damage was surveyed in time, and that help follows from area and rate alike for everybody, without telling who or which plot.",
  ]),
  heartbeatSeconds: 43_200,
  maximumMergeDelaySeconds: 600,
  actions: [
    warningIssued,
    warningDelivered,
    registrationGuided,
    updateReminded,
    benefitMatched,
    damageReported,
  ],
  follows: {
    "warning.issued": [null],
    "warning.delivered": ["warning.issued"],
    "registration.guided": [null, "registration.guided"],
    "update.reminded": ["registration.guided", "update.reminded"],
    "damage.reported": [null],
    "benefit.matched": ["damage.reported", "benefit.matched"],
  },
  days,
};
