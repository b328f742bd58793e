import type { Trouble } from "../../api/anchoring/work/anchoring.ts";
import type { Explanation } from "../../sdk/errors.ts";

type Message = { readonly type?: string } & Partial<Trouble>;

const said = ({ what, why, mend }: Explanation) => `${what} ${why}\n  → ${mend}`;

/** What the terminal says when the anchoring process tells of a log in trouble, or that it is mended; else undefined. */
export function anchoringLine({ type, service, code, texts, index, deadline }: Message): string | undefined {
  if (type === "mended") return `the log of ${service} is anchored again`;
  if (type !== "trouble") return undefined;
  const due = new Date(deadline! * 1_000).toISOString();
  const late = code === "LOG_ANCHOR_LATE";
  const th = `บันทึกของ ${service} ยังไม่ได้ยืนยันตั้งแต่รายการที่ ${index} คำมั่น${late ? "ครบกำหนดแล้วเมื่อ" : "จะครบกำหนดตั้งแต่"} ${due}:`;
  const en = `the log of ${service} is not anchored from entry ${index} on, and its promises ${late ? "ran out at" : "run out from"} ${due}:`;
  return `${code}: ${th} ${said(texts!.th)}\n${en} ${said(texts!.en)}`;
}
