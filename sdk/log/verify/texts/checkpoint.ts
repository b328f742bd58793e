import type { LogStep, LogStepCode } from "../step.ts";
import type { StepTexts, TextsOf } from "./step-texts.ts";

type Details = LogStep["details"];
type Name = { readonly th: string; readonly en: string };

const signed = ({ th, en }: Name): StepTexts => ({
  title: { th: `ลายเซ็นของ${th}`, en: `Signature of the ${en}` },
  holds: ({ origin, size }: Details) => ({
    th: `กุญแจที่เชื่อถือของ ${origin} ลงนามใน${th}ที่มี ${size} รายการ`,
    en: `A trusted key of ${origin} signed the ${en} of ${size} entries.`,
  }),
  fails: ({ origin }: Details) => ({
    th: `${th}ไม่มีลายเซ็นที่ถูกต้องของกุญแจที่เชื่อถือของ ${origin}`,
    en: `The ${en} has no valid signature of a trusted key of ${origin}.`,
  }),
  unknown: ({ origin }: Details) => ({
    th: `ยังไม่มีกุญแจที่เชื่อถือของ ${origin} จึงตรวจลายเซ็นของ${th}ไม่ได้`,
    en: `No trusted key of ${origin} was given, so the signature of the ${en} cannot be checked.`,
  }),
});

const anchored = ({ th, en }: Name): StepTexts => ({
  title: { th: `${th}ในสมุดบัญชีกลาง`, en: `The ${en} on the ledger` },
  holds: ({ size, block }: Details) => ({
    th: `ชุดบันทึกที่ ${block} มีลายนิ้วมือเดียวกันที่ขนาด ${size}`,
    en: `Block ${block} has the same root at size ${size}.`,
  }),
  fails: ({ size, block }: Details) => ({
    th: `ชุดบันทึกที่ ${block} มีลายนิ้วมืออื่นที่ขนาด ${size}`,
    en: `Block ${block} has another root at size ${size}.`,
  }),
  unknown: ({ size }: Details) => ({
    th: `ยังไม่มีข้อมูลจากสมุดบัญชีกลางที่ขนาด ${size} ให้เทียบ`,
    en: `No head on the ledger was given at size ${size} to compare with.`,
  }),
});

const head = { th: "ใบสรุปบันทึก", en: "checkpoint" };
const older = { th: "ใบสรุปบันทึกเดิม", en: "older checkpoint" };
const newer = { th: "ใบสรุปบันทึกใหม่", en: "newer checkpoint" };

type Code = Extract<LogStepCode, `${"CHECKPOINT" | "OLDER" | "NEWER"}_${string}`>;

/** Who vouches for a log's head. */
export const checkpointTexts: TextsOf<Code> = {
  CHECKPOINT_SIGNED: signed(head),
  OLDER_SIGNED: signed(older),
  NEWER_SIGNED: signed(newer),
  CHECKPOINT_ANCHORED: anchored(head),
  OLDER_ANCHORED: anchored(older),
  NEWER_ANCHORED: anchored(newer),
  CHECKPOINT_COSIGNED: {
    title: { th: "ลายเซ็นของพยาน", en: "Cosignatures" },
    holds: ({ valid, quorum }) => ({
      th: `พยานที่เชื่อถือลงนามร่วม ${valid} ราย (ต้องการ ${quorum})`,
      en: `${valid} trusted cosigners signed it too (${quorum} are required).`,
    }),
    fails: ({ valid, quorum }) => ({
      th: `ลายเซ็นของพยานไม่ถูกต้องหรือไม่พอ: ถูกต้อง ${valid} ราย ต้องการ ${quorum}`,
      en: `A cosignature is wrong or there are too few: ${valid} are valid, ${quorum} are required.`,
    }),
    unknown: () => ({
      th: "ไม่มีลายเซ็นของพยานที่เชื่อถือให้ตรวจ",
      en: "There is no cosignature of a trusted cosigner to check.",
    }),
  },
};
