import { bytes, int2, int4, int8, json, optional, text, time } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

/** Title, description and place stand in `brief`, by the brief's CID. */
export const project = table({
  name: "project",
  kind: "versioned",
  key: ["code"],
  columns: {
    /** `TH-<BE year>-<agency>-<sequence>-<check>` */
    code: text,
    agency: int4,
    /** Buddhist-era fiscal year in the code */
    year: int4,
    /** `ProjectState` of IBudgetProjects */
    state: int2,
    /** account that drafted it */
    officer: bytes,
    brief_cid: bytes,
    brief_sha256: bytes,
    brief_date: time,
    drafted_at: time,
    /** when the state was last changed */
    state_since: time,
  },
  indexes: [["agency", "year"], ["year"], ["state"], ["brief_cid"], ["drafted_at", "code"]],
});

export const projectReference = table({
  name: "project_reference",
  kind: "appended",
  key: ["project", "scheme", "value"],
  columns: { project: text, scheme: text, value: text },
  indexes: [["scheme", "value"], ["value"]],
});

/**
 * A project's public description as read from its document, once for each CID. `state`: `pending` (not read yet),
 * `available`, `unavailable` (nobody could give it; tried again), `malformed` (not a project brief). The words are null
 * unless available. `sha256` is that of the bytes read: where `project.brief_sha256` is another one, the anchor
 * contradicts its own document.
 */
export const brief = table({
  name: "brief",
  kind: "plain",
  key: ["cid"],
  columns: {
    cid: bytes,
    sha256: optional(bytes),
    state: text,
    title_th: optional(text),
    title_en: optional(text),
    description_th: optional(text),
    description_en: optional(text),
    /** ISO 3166-2:TH number */
    province: optional(int2),
    district: optional(text),
    /** the whole brief */
    content: optional(json),
    /** block of the first event that named it */
    block: int8,
  },
  indexes: [
    ["province"],
    { on: ["state"], where: "state <> 'available'" },
    { on: ["(coalesce(title_th, '') || ' ' || coalesce(title_en, '')) public.gin_trgm_ops"], using: "gin" },
  ],
});
