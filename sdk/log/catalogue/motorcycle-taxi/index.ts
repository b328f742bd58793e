import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { days } from "./days.ts";
import { licenceIssued, licenceRenewed, licenceRevoked, licenceSuspended } from "./licences.ts";
import { dltSynced } from "./register.ts";
import { qrChecked, ratingRecorded } from "./street.ts";
import { vestBound, vestLost } from "./vests.ts";

export const motorcycleTaxi: Service = {
  name: "th.go.dlt.motorcycle-taxi",
  agency: {
    code: 92003,
    name: text(["กรมการขนส่งทางบก (สาธิต)", "Department of Land Transport (demonstration)"]),
    province: 10,
  },
  title: text(["ทะเบียนวินจักรยานยนต์รับจ้าง", "Motorcycle-taxi registry"]),
  purpose: text([
    "ตรวจได้ว่าใบอนุญาตออกโดยตรวจอะไรบ้างและทันเวลาที่สัญญาหรือไม่ ถูกพักใช้หรือเพิกถอนด้วยกฎข้อใดโดยใคร เสื้อที่หายถูกปิดคิวอาร์เร็วเพียงใด ผู้โดยสารตรวจคิวอาร์แล้วพบเสื้อที่ใช้ไม่ได้กี่ครั้งต่อวัน โดยไม่เปิดเผยว่าผู้ขับคนใดอยู่ที่ใด",
    "What was checked before a licence was given and whether it was in time, by which rule and by whom licences are suspended or revoked, how fast lost vests are disabled, and how many checks a day meet a vest that is not valid, without telling where any rider is.",
  ]),
  heartbeatSeconds: 86_400,
  maximumMergeDelaySeconds: 900,
  actions: [
    licenceIssued,
    licenceRenewed,
    licenceSuspended,
    licenceRevoked,
    vestBound,
    vestLost,
    qrChecked,
    ratingRecorded,
    dltSynced,
  ],
  follows: {
    "licence.issued": [null],
    "licence.renewed": [null, "licence.issued", "vest.bound", "licence.suspended", "licence.renewed"],
    "licence.suspended": [
      null,
      "licence.issued",
      "vest.bound",
      "vest.lost",
      "licence.renewed",
      "licence.suspended",
    ],
    "licence.revoked": [
      null,
      "licence.issued",
      "vest.bound",
      "vest.lost",
      "licence.renewed",
      "licence.suspended",
    ],
    "vest.bound": [null, "licence.issued", "licence.renewed", "vest.lost"],
    "vest.lost": [null, "vest.bound", "licence.renewed", "licence.suspended"],
  },
  days,
};
