import type { TextsOf } from "./step-texts.ts";

/** What a receipt says of the chain. */
export const anchorTexts: TextsOf<"RECEIPT_ANCHOR" | "RECEIPT_ANCHOR_TRUSTED" | "RECEIPT_WITNESSES"> = {
  RECEIPT_ANCHOR: {
    title: { th: "การยืนยันในสมุดบัญชีกลาง", en: "Anchor" },
    holds: ({ size }) => ({
      th: `ใบรับอ้างการยืนยันในสมุดบัญชีกลางของใบสรุปบันทึกเดียวกัน (${size} รายการ)`,
      en: `The anchor that the receipt names is of the same checkpoint (${size} entries).`,
    }),
    fails: () => ({
      th: "การยืนยันในสมุดบัญชีกลางที่ใบรับอ้างเป็นของใบสรุปบันทึกอื่น",
      en: "The anchor that the receipt names is of another checkpoint.",
    }),
    unknown: () => ({ th: "ใบรับไม่ได้อ้างการยืนยันในสมุดบัญชีกลาง", en: "The receipt names no anchor." }),
  },
  RECEIPT_ANCHOR_TRUSTED: {
    title: { th: "เทียบกับสมุดบัญชีกลาง", en: "Compared with the ledger" },
    holds: ({ size, block }) => ({
      th: `ชุดบันทึกที่ ${block} มีใบสรุปบันทึกนี้จริงที่ขนาด ${size}`,
      en: `Block ${block} has just this head at size ${size}.`,
    }),
    fails: ({ member }) => ({
      th: `ข้อมูลจากสมุดบัญชีกลางที่ท่านเชื่อถือต่างไปที่ ${member}`,
      en: `What you trust of the ledger differs in ${member}.`,
    }),
    unknown: ({ size }) => ({
      th: `ยังไม่มีข้อมูลจากสมุดบัญชีกลางที่ขนาด ${size} ให้เทียบ ตรวจได้โดยถามผู้ถือสำเนารายใดก็ได้`,
      en: `No head on the ledger was given at size ${size} to compare with; any holder of a copy can be asked for it.`,
    }),
  },
  RECEIPT_WITNESSES: {
    title: { th: "หน่วยงานพยานในสมุดบัญชีกลาง", en: "Witness agencies on the ledger" },
    holds: ({ claimed }) => ({
      th: `หน่วยงานพยาน ${claimed} รายการยืนยันในสมุดบัญชีกลางจริง`,
      en: `All ${claimed} confirmations by witness agencies are on the ledger.`,
    }),
    fails: () => ({
      th: "ใบรับอ้างหน่วยงานพยานที่ไม่ได้ยืนยันในสมุดบัญชีกลาง",
      en: "The receipt claims a witness agency that did not confirm it on the ledger.",
    }),
    unknown: ({ claimed }) => ({
      th: `ใบรับอ้างการยืนยันของหน่วยงานพยาน ${claimed} รายการ ซึ่งต้องถามผู้ถือสำเนาจึงจะตรวจได้`,
      en: `The receipt claims ${claimed} confirmations by witness agencies; a holder of a copy must be asked to check them.`,
    }),
  },
};
