import { readFile } from "node:fs/promises";

const fixture = (name: string) => readFile(new URL(`../fixtures/ocds/${name}`, import.meta.url));

export const releasePackage = await fixture("release-package.json");
export const recordPackage = await fixture("record-package.json");
export const releaseSchema = JSON.parse((await fixture("release-schema.json")).toString()) as Record<
  string,
  unknown
>;

export type Release = Record<string, unknown>;
export const releases = (JSON.parse(releasePackage.toString()) as { releases: Release[] }).releases;

/** A release of a Thai procurement in baht with one juristic and one natural supplier. */
export function thaiRelease(changes: Release = {}): Release {
  return {
    ocid: "ocds-th0001-67119524001",
    id: "r1",
    date: "2024-11-29T10:00:00+07:00",
    tag: ["contract"],
    initiationType: "tender",
    buyer: { id: "TH-GOV-01007", name: "กรมทางหลวงชนบท" },
    parties: [
      {
        id: "TH-GOV-01007",
        name: "กรมทางหลวงชนบท",
        roles: ["buyer"],
        address: { region: "เชียงใหม่", locality: "เมืองเชียงใหม่" },
        contactPoint: { name: "นางสาวสมหญิง ดีมาก", telephone: "02-123-4567", email: "somying@example.go.th" },
      },
      {
        id: "s1",
        name: "บริษัท ก่อสร้างไทย จำกัด",
        identifier: { scheme: "TH-DBD", id: "0105536000001" },
        roles: ["supplier"],
      },
      {
        id: "s2",
        name: "สมชาย ใจดี",
        identifier: { scheme: "TH-CID", id: "1101700207030" },
        address: { streetAddress: "99/1 ถนนสุขใจ" },
        roles: ["supplier"],
      },
    ],
    planning: { budget: { amount: { amount: 1000000.5, currency: "THB" } } },
    tender: {
      id: "t1",
      title: "จ้างเหมานายสมชาย ใจดี ขุดลอกคลอง",
      status: "complete",
      value: { amount: 900000, currency: "THB" },
      tenderPeriod: { startDate: "2024-10-10T00:00:00+07:00" },
    },
    awards: [
      {
        id: "a1",
        status: "active",
        value: { amount: 950000, currency: "THB" },
        suppliers: [
          { id: "s1", name: "บริษัท ก่อสร้างไทย จำกัด" },
          { id: "s2", name: "สมชาย ใจดี" },
        ],
      },
      { id: "a2", status: "unsuccessful", suppliers: [{ id: "s2", name: "สมชาย ใจดี" }] },
    ],
    contracts: [{ id: "c1", awardID: "a1", status: "active", dateSigned: "2024-12-01T09:00:00+07:00" }],
    ...changes,
  };
}

export const packageOf = (list: unknown[], version?: string) =>
  JSON.stringify({ ...(version ? { version } : {}), publisher: { name: "กรมบัญชีกลาง" }, releases: list });
