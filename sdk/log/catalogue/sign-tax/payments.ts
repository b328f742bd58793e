import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { optional } from "../define/field.ts";
import { basisPoints, ordinal, quantity, satang, units } from "../define/numbers.ts";
import { date } from "../define/strings.ts";
import { humanOverride } from "../shared/decisions.ts";
import { SIGN_TAX_RULE } from "./tax.ts";
import type { SurchargeGround } from "./tax.ts";
import { taxRule, taxYear } from "./vocabulary.ts";
import type { Pair } from "../define/text.ts";

export const reminderSent = action("reminder.sent", {
  title: ["ส่งหนังสือเตือน", "Reminder sent"],
  sentence: [
    "ส่งหนังสือเตือนให้{purpose}ปี {taxYear} ทาง{by} กำหนดภายใน {due}",
    "A reminder to {purpose} for {taxYear} was sent by {by}; due on {due}",
  ],
  fields: {
    taxYear,
    purpose: enumOf(["เรื่องที่เตือน", "purpose"], {
      file: ["ยื่นแบบภาษีป้าย", "file the sign-tax form"],
      pay: ["ชำระภาษีป้าย", "pay the sign tax"],
      overdue: ["ชำระภาษีป้ายที่ค้าง", "pay overdue sign tax"],
    }),
    by: enumOf(["ส่งทาง", "sent by"], {
      letter: ["ไปรษณีย์", "letter"],
      app: ["แอปพลิเคชัน", "app"],
      message: ["ข้อความ", "text message"],
      visit: ["เจ้าหน้าที่ไปพบ", "a visit"],
    }),
    due: date(["กำหนด", "due"]),
  },
  examples: [
    { taxYear: 2569, purpose: "file", by: "app", due: "2026-03-31" },
    { taxYear: 2569, purpose: "overdue", by: "letter", due: "2026-05-20" },
  ],
  refused: [
    ["additionalProperties", { to: "…" }, "ไม่เก็บผู้รับ", "who got it is not kept"],
    ["format", { due: "31/03/2569" }, "วันที่ต้องเป็น ISO 8601", "dates are ISO 8601"],
  ],
});

export const signFiled = action("sign.filed", {
  title: ["ยื่นแบบภาษีป้าย", "Sign-tax form filed"],
  sentence: [
    "ยื่นแบบภาษีป้ายปี {taxYear} เมื่อ {filedOn} (กำหนด {due}): {timing}",
    "The sign-tax form of {taxYear} was filed on {filedOn} (due {due}): {timing}",
  ],
  fields: {
    taxYear,
    filedOn: date(["ยื่นเมื่อ", "filed on"]),
    due: date(["กำหนด", "due"]),
    timing: enumOf(["ทันเวลาหรือไม่", "timing"], {
      inTime: ["ทันกำหนด", "in time"],
      lateUnasked: ["เกินกำหนด แต่ยื่นเองก่อนเจ้าหน้าที่แจ้ง", "late, but before the officer asked for it"],
      lateAsked: ["เกินกำหนด และยื่นหลังเจ้าหน้าที่แจ้ง", "late, after the officer asked for it"],
    }),
  },
  examples: [
    { taxYear: 2569, filedOn: "2026-03-12", due: "2026-03-31", timing: "inTime" },
    { taxYear: 2569, filedOn: "2026-11-20", due: "2026-11-17", timing: "lateUnasked" },
  ],
  refused: [
    [
      "enum",
      { timing: "late" },
      "ต้องบอกว่ายื่นก่อนหรือหลังเจ้าหน้าที่แจ้ง",
      "it must say whether the officer had asked",
    ],
    ["required", { due: undefined }, "ต้องบอกกำหนด", "the due date is not said"],
  ],
});

export const surchargeApplied = action("surcharge.applied", {
  title: ["คิดเงินเพิ่ม", "Surcharge applied"],
  sentence: [
    "คิดเงินเพิ่มเพราะ{ground}: {rate} ของ {base}[ จำนวน {months}] เป็นเงิน {surcharge} (มาตรา 25)",
    "A surcharge was added because {ground}: {rate} of {base}[ for {months}], {surcharge} (section 25)",
  ],
  fields: {
    taxYear,
    ground: enumOf(["เหตุ", "ground"], {
      filedLate: ["ยื่นแบบเกินกำหนดแต่ก่อนเจ้าหน้าที่แจ้ง", "the form came late, but before the officer asked for it"],
      notFiled: ["ไม่ยื่นแบบภายในกำหนด", "the form did not come in time"],
      understated: ["ยื่นแบบไม่ถูกต้องทำให้ภาษีน้อยไป", "the form gave too little"],
      paidLate: ["ไม่ชำระภายในกำหนด", "it was not paid in time"],
    } satisfies Record<SurchargeGround, Pair>),
    base: satang(["ภาษีที่ใช้คิด", "tax it is computed on"]),
    rate: basisPoints(["อัตรา (ชำระช้าคิดต่อเดือน)", "rate (for late payment: a month)"]),
    months: optional(
      quantity(["เดือนที่ช้า (เศษนับเป็นหนึ่ง)", "months late (a part counts as one)"], units.months, [1, 600]),
    ),
    surcharge: satang(["เงินเพิ่ม", "surcharge"]),
    ruleVersion: taxRule,
    humanOverride,
  },
  examples: [
    {
      taxYear: 2569,
      ground: "paidLate",
      base: "36000",
      rate: 200,
      months: 2,
      surcharge: "1440",
      ruleVersion: SIGN_TAX_RULE,
      humanOverride: "none",
    },
    {
      taxYear: 2569,
      ground: "filedLate",
      base: "5000",
      rate: 500,
      surcharge: "250",
      ruleVersion: SIGN_TAX_RULE,
      humanOverride: "none",
    },
  ],
  refused: [
    ["type", { rate: 0.02 }, "อัตราเป็นเบสิสพอยต์ (2 % = 200)", "rates are basis points (2 % = 200)"],
    ["minimum", { months: 0 }, "ช้าอย่างน้อยหนึ่งเดือน", "it is at least a month"],
  ],
});

export const signPaid = action("sign.paid", {
  title: ["ชำระภาษีป้าย", "Sign tax paid"],
  sentence: [
    "ชำระภาษีป้ายปี {taxYear} งวดที่ {instalment} จาก {instalments} เป็นภาษี {tax} เงินเพิ่ม {surcharge} รวม {total} เมื่อ {paidOn} (กำหนด {due})",
    "Sign tax of {taxYear}, instalment {instalment} of {instalments}, was paid on {paidOn} (due {due}): tax {tax}, surcharge {surcharge}, together {total}",
  ],
  fields: {
    taxYear,
    instalment: ordinal(["งวดที่", "instalment"], [1, 3]),
    instalments: ordinal(["จำนวนงวด (หนึ่งหรือสาม)", "instalments (one or three)"], [1, 3]),
    tax: satang(["ภาษี", "tax"]),
    surcharge: satang(["เงินเพิ่ม", "surcharge"]),
    total: satang(["รวม", "together"]),
    paidOn: date(["ชำระเมื่อ", "paid on"]),
    due: date(["กำหนด", "due"]),
    method: enumOf(["วิธีชำระ", "method"], {
      counter: ["เคาน์เตอร์", "counter"],
      transfer: ["โอนผ่านธนาคาร", "bank transfer"],
      qr: ["คิวอาร์", "QR code"],
    }),
  },
  examples: [
    {
      taxYear: 2569,
      instalment: 1,
      instalments: 1,
      tax: "36000",
      surcharge: "1440",
      total: "37440",
      paidOn: "2026-12-20",
      due: "2026-11-10",
      method: "qr",
    },
    {
      taxYear: 2570,
      instalment: 2,
      instalments: 3,
      tax: "624000",
      surcharge: "0",
      total: "624000",
      paidOn: "2027-03-09",
      due: "2027-03-10",
      method: "transfer",
    },
  ],
  refused: [
    ["maximum", { instalment: 4 }, "ผ่อนได้ไม่เกินสามงวด", "there are at most three instalments"],
    ["additionalProperties", { account: "…" }, "ไม่เก็บเลขบัญชี", "accounts are not kept"],
  ],
});
