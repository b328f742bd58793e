/** Evidence of the demonstration: small public documents, stored like any other and named by CID and SHA-256. */
import { CID } from "multiformats/cid";
import type { Documents } from "../../sdk/documents/index.ts";

/** A document as contracts take it: `cid` binary hex, `digest` SHA-256 hex, `date` Unix seconds. */
export interface Paper {
  cid: string;
  digest: string;
  date: number;
}

/** Stands where a contract takes no evidence. */
export const noPaper: Paper = { cid: "0x", digest: `0x${"00".repeat(32)}`, date: 0 };

const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString("hex")}`;

async function put(documents: Documents, text: string, date: string): Promise<Paper> {
  const stored = await documents.put(new TextEncoder().encode(text));
  return {
    cid: hex(CID.parse(stored.cid).bytes),
    digest: stored.sha256.startsWith("0x") ? stored.sha256 : `0x${stored.sha256}`,
    date: Date.parse(`${date.slice(0, 10)}T00:00:00+07:00`) / 1000,
  };
}

/** A project's public description, which the index shows as its title and place. */
export function brief(
  documents: Documents,
  date: string,
  about: {
    th: string;
    en: string;
    purposeTh: string;
    purposeEn: string;
    province: number;
    district?: string;
  },
): Promise<Paper> {
  const body = {
    type: "project-brief",
    version: 1,
    demonstration: true,
    title: { th: about.th, en: about.en },
    description: { th: about.purposeTh, en: about.purposeEn },
    province: about.province,
    ...(about.district ? { district: about.district } : {}),
  };
  return put(documents, `${JSON.stringify(body, null, 2)}\n`, date);
}

/** A piece of evidence: an act, a contract, a record of acceptance, a receipt … */
export function paper(documents: Documents, date: string, titleTh: string, titleEn: string): Promise<Paper> {
  const text = [
    "เอกสารสาธิต: ไม่มีผลทางกฎหมาย / Demonstration document: without legal effect",
    "",
    `เรื่อง / Subject: ${titleTh} / ${titleEn}`,
    `วันที่ / Date: ${date.slice(0, 10)}`,
    "",
  ].join("\n");
  return put(documents, text, date);
}
