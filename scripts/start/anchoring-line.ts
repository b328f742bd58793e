import type { Trouble } from "../../api/anchoring/work/anchoring.ts";

type Message = { readonly type?: string } & Partial<Trouble>;

/** What the terminal says when the anchoring process tells of a log in trouble, or that it is mended; else undefined. */
export function anchoringLine({
  type,
  service,
  code,
  message,
  mend,
  index,
  deadline,
}: Message): string | undefined {
  if (type === "mended") return `the log of ${service} is anchored again`;
  if (type !== "trouble") return undefined;
  const due = new Date(deadline! * 1_000).toISOString();
  const run = code === "LOG_ANCHOR_LATE" ? "ran out at" : "run out from";
  return `the log of ${service} is not anchored from entry ${index} on, and its promises ${run} ${due}: ${message} → ${mend} (${code})`;
}
