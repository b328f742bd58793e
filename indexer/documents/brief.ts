/** A brief is a page of words; what is larger is none. */
export const LARGEST_BRIEF = 1_000_000;

export interface BriefWords {
  readonly title_th: string | null;
  readonly title_en: string | null;
  readonly description_th: string | null;
  readonly description_en: string | null;
  readonly province: number | null;
  readonly district: string | null;
  readonly content: unknown;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function localized(value: unknown): { th: string | null; en: string | null } {
  const { th, en } = (typeof value === "object" && value !== null ? value : {}) as {
    th?: unknown;
    en?: unknown;
  };
  return { th: text(th), en: text(en) };
}

/**
 * The words of a project's public description: JSON with `title` and `description` ({th, en}), `province` (ISO 3166-2:TH
 * number) and `district`. Undefined when the bytes are not that: a title in either language is the least.
 */
export function parseBrief(bytes: Buffer): BriefWords | undefined {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) return undefined;
  const { title, description, province, district } = content as Record<string, unknown>;
  const titles = localized(title);
  if (!titles.th && !titles.en) return undefined;
  const descriptions = localized(description);
  const known = Number.isInteger(province) && Number(province) >= 10 && Number(province) <= 96;
  return {
    title_th: titles.th,
    title_en: titles.en,
    description_th: descriptions.th,
    description_en: descriptions.en,
    province: known ? Number(province) : null,
    district: text(district),
    content,
  };
}
