import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { days } from "./days.ts";
import { reminderSent, signFiled, signPaid, surchargeApplied } from "./payments.ts";
import { signAssessed, signExempted, signRegistered } from "./signs.ts";

export { SIGN_TAX_RULE, monthsLate, signTax, surcharge, surchargeRates } from "./tax.ts";

export const signTaxService: Service = {
  name: "th.go.sathit-city.sign-tax",
  agency: {
    code: 92006,
    name: text(["เทศบาลนครสาธิต (สาธิต)", "Sathit City Municipality (demonstration)"]),
    province: 12,
  },
  title: text(["ภาษีป้าย", "Sign tax"]),
  purpose: text([
    "ตรวจได้ว่าภาษีของป้ายทุกป้ายคำนวณจากขนาดและประเภทตามอัตราในกฎหมายเดียวกัน ใครก็คำนวณซ้ำได้ การยกเว้นมีเหตุตามกฎหมาย เงินเพิ่มคิดตรงตามมาตรา 25 และเงินที่รับตรงกับที่ประเมิน โดยไม่เปิดเผยเจ้าของป้าย",
    "That every sign's tax follows from its size and class by the same legal rates, which anyone can recompute, that exemptions have a ground in law, surcharges follow section 25, and what was paid is what was assessed, without naming any owner.",
  ]),
  heartbeatSeconds: 259_200,
  maximumMergeDelaySeconds: 3_600,
  actions: [signRegistered, signAssessed, reminderSent, signFiled, signPaid, surchargeApplied, signExempted],
  follows: {
    "sign.registered": [null],
    "sign.exempted": ["sign.registered", "sign.paid", "sign.exempted"],
    "reminder.sent": ["sign.registered", "sign.assessed", "surcharge.applied", "sign.paid", "reminder.sent"],
    "sign.filed": ["sign.registered", "reminder.sent", "sign.paid"],
    "sign.assessed": ["sign.filed"],
    "surcharge.applied": ["sign.assessed", "reminder.sent", "sign.paid"],
    "sign.paid": ["sign.assessed", "surcharge.applied", "reminder.sent", "sign.paid"],
  },
  days,
};
