import type { TextsOf } from "./step-texts.ts";

/** What a log published of itself. */
export const bundleTexts: TextsOf<"BUNDLE_TILES" | "BUNDLE_ROOT"> = {
  BUNDLE_TILES: {
    title: { th: "ชิ้นส่วนของลายนิ้วมือ", en: "Hash tiles" },
    holds: ({ compared }) => ({
      th: `ชิ้นส่วนที่เผยแพร่ ${compared} ชิ้นตรงกับที่คำนวณจากรายการ`,
      en: `All ${compared} published hash tiles are what the entries give.`,
    }),
    fails: ({ tile }) => ({
      th: `ชิ้นส่วน ${tile} ไม่ตรงกับที่คำนวณจากรายการ`,
      en: `The tile ${tile} is not what the entries give.`,
    }),
    unknown: () => ({
      th: "ไม่มีชิ้นส่วนของลายนิ้วมือให้เทียบ",
      en: "There are no published hash tiles to compare with.",
    }),
  },
  BUNDLE_ROOT: {
    title: { th: "รายการกับใบสรุปบันทึก", en: "Entries and checkpoint" },
    holds: ({ bundles, size, whole }) => ({
      th: whole
        ? `สร้างบันทึกใหม่จากทั้ง ${size} รายการแล้วได้ลายนิ้วมือเดียวกัน`
        : `ชุดรายการทั้ง ${bundles} ชุดอยู่ในบันทึกที่มี ${size} รายการ`,
      en: whole
        ? `All ${size} entries, hashed anew, give the checkpoint's root.`
        : `All ${bundles} bundles are in the log of ${size} entries.`,
    }),
    fails: ({ index, whole }) => ({
      th: whole
        ? "รายการทั้งหมดให้ลายนิ้วมือที่ต่างจากใบสรุปบันทึก มีรายการที่ถูกแก้ ลบ เพิ่ม หรือสลับ"
        : `ชุดรายการที่เริ่มจากลำดับ ${index} ไม่อยู่ในบันทึก`,
      en: whole
        ? "The entries give another root than the checkpoint's: one was altered, removed, added or moved."
        : `The bundle that begins at entry ${index} is not in the log.`,
    }),
    unknown: ({ tile }) => ({
      th: tile ? `ไม่มีชิ้นส่วน ${tile} ซึ่งจำเป็นต่อการตรวจ` : "ไม่มีชุดรายการให้ตรวจ",
      en: tile ? `The tile ${tile} is needed for this and missing.` : "There are no entry bundles to check.",
    }),
  },
};
