import { bool, bytes, int2, int4, text, time } from "../schema/columns.ts";
import { table } from "../schema/table.ts";

export const agency = table({
  name: "agency",
  kind: "versioned",
  key: ["code"],
  columns: {
    code: int4,
    name_th: text,
    name_en: text,
    /** ISO 3166-2:TH number, 10 Bangkok … 96 Narathiwat */
    province: int2,
    active: bool,
  },
  indexes: [{ on: ["(name_th || ' ' || name_en) public.gin_trgm_ops"], using: "gin" }],
});

/** Accounts that act for agencies. The person behind one appears as a pseudonym only. */
export const officer = table({
  name: "officer",
  kind: "versioned",
  key: ["account"],
  columns: {
    account: bytes,
    agency: int4,
    person_tag: bytes,
    /** mask of `Duty` bits */
    duties: int4,
    valid_from: time,
    valid_until: time,
    revoked: bool,
  },
  indexes: [["agency"], ["person_tag"]],
});

/** What the Directory lists. */
export const deployment = table({
  name: "deployment",
  kind: "versioned",
  key: ["name", "version"],
  columns: { name: text, version: int4, target: bytes, code_hash: bytes, retired: bool },
  indexes: [["target"]],
});

export const tables = { agency, officer, deployment };
