import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { days } from "./days.ts";
import {
  dispenseDeclined,
  dispenseExpired,
  dispenseHandedOver,
  dispensePartial,
  dispensePrepared,
} from "./dispensing.ts";
import { claimSubmitted, transferCreated } from "./transfers.ts";

export { CLAIM_RULE, dispensingFee } from "./claim-rule.ts";

export const pharmacyPickup: Service = {
  name: "th.go.nhso.pharmacy-pickup",
  agency: {
    code: 92008,
    name: text(["สำนักงานหลักประกันสุขภาพแห่งชาติ (สาธิต)", "National Health Security Office (demonstration)"]),
    province: 10,
  },
  title: text(["รับยาที่ร้านยาด้วยคิวอาร์", "Pharmacy pick-up by QR"]),
  purpose: text([
    "ตรวจได้ว่าใบสั่งยาทุกใบไปถึงร้านยาและถูกส่งมอบ ค้างส่ง ปฏิเสธ หรือหมดอายุ ภายในเวลาเท่าใด ใครตัดสินและด้วยกฎรุ่นใด และเงินที่ร้านยาเบิกตรงกับจำนวนรายการที่ส่งมอบ โดยไม่มีชื่อคน ชื่อยา หรือโรค",
    "Whether every prescription that went to a pharmacy was handed over, owed, declined or expired, how long it took, who decided by which rule, and that claims match what was handed over, without any person, medicine or illness.",
  ]),
  heartbeatSeconds: 43_200,
  maximumMergeDelaySeconds: 600,
  actions: [
    transferCreated,
    dispensePrepared,
    dispenseHandedOver,
    dispensePartial,
    dispenseDeclined,
    dispenseExpired,
    claimSubmitted,
  ],
  follows: {
    "transfer.created": [null],
    "dispense.prepared": ["transfer.created"],
    "dispense.partial": ["dispense.prepared", "dispense.partial"],
    "dispense.handedOver": ["dispense.prepared", "dispense.partial"],
    "dispense.declined": ["transfer.created", "dispense.prepared"],
    "dispense.expired": ["transfer.created", "dispense.prepared"],
    "claim.submitted": ["dispense.handedOver"],
  },
  days,
};
