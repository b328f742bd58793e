import { enumOf } from "../define/choices.ts";
import { buddhistYear } from "../define/numbers.ts";
import { SIGN_TAX_RULE } from "./tax.ts";
import type { SignClass } from "./tax.ts";
import type { Pair } from "../define/text.ts";

export const signClass = enumOf(["ประเภทป้าย", "class of sign"], {
  thaiOnly: ["อักษรไทยล้วน", "Thai letters only"],
  thaiWithOther: ["อักษรไทยปนอักษรต่างประเทศหรือภาพ", "Thai with foreign letters or pictures"],
  withoutThai: ["ไม่มีอักษรไทย หรืออักษรไทยอยู่ใต้อักษรต่างประเทศ", "no Thai letters, or Thai below foreign ones"],
} satisfies Record<SignClass, Pair>);

export const taxYear = buddhistYear(["ปีภาษี", "tax year"]);

export const taxRule = enumOf(["กฎที่ใช้คำนวณ", "rule of the computation"], {
  [SIGN_TAX_RULE]: [
    "พ.ร.บ. ภาษีป้าย พ.ศ. 2510 และกฎกระทรวงกำหนดอัตราภาษีป้าย พ.ศ. 2563 (ฉบับคำนวณที่ 1)",
    "Sign Tax Act B.E. 2510 with the Ministerial Regulation on Rates B.E. 2563 (computation 1)",
  ],
});
