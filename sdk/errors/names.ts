/** A word in both languages. */
type Name = { readonly th: string; readonly en: string };

const none: Name = { th: "ยังไม่มี", en: "none" };

/** Duties in the order of their bits. Source: library Duty in contracts/access/IAgencyRegistry.sol. */
export const dutyNames: readonly Name[] = [
  { th: "ผู้บันทึก", en: "recorder" },
  { th: "ผู้อนุมัติขั้นที่ 1", en: "first approver" },
  { th: "ผู้อนุมัติขั้นที่ 2", en: "second approver" },
  { th: "ผู้ตรวจรับ", en: "acceptor" },
  { th: "ผู้จ่ายเงิน", en: "treasury" },
  { th: "เจ้าหน้าที่งบประมาณของหน่วยงาน", en: "agency's budget officer" },
  { th: "หน่วยงานกลางด้านงบประมาณ", en: "budget authority" },
  { th: "ผู้นำเข้าข้อมูล", en: "importer" },
  { th: "ผู้ตรวจสอบ", en: "auditor" },
  { th: "ผู้ดูแลบริการของหน่วยงาน", en: "keeper of the agency's services" },
  { th: "พยานรับรองบันทึก", en: "witness of logs" },
];

/** States in the order of the contracts' enumerations; the same words stand on pages. */
export const stateNames = {
  project: [
    none,
    { th: "ร่าง", en: "draft" },
    { th: "ขึ้นทะเบียนแล้ว", en: "registered" },
    { th: "กำลังดำเนินการ", en: "active" },
    { th: "ระงับชั่วคราว", en: "suspended" },
    { th: "เสร็จสิ้น", en: "completed" },
    { th: "ตรวจสอบแล้ว", en: "audited" },
    { th: "ยกเลิก", en: "cancelled" },
  ],
  year: [
    none,
    { th: "วางแผนแล้ว", en: "planned" },
    { th: "เปิดใช้", en: "open" },
    { th: "ปิดแล้ว", en: "closed" },
  ],
  commitment: [
    none,
    { th: "รออนุมัติ", en: "pending" },
    { th: "มีผลผูกพัน", en: "active" },
    { th: "เสร็จสิ้น", en: "complete" },
    { th: "บอกเลิก", en: "terminated" },
    { th: "ยกเลิก", en: "cancelled" },
  ],
  milestone: [
    none,
    { th: "กำหนดไว้", en: "scheduled" },
    { th: "ส่งมอบแล้ว", en: "submitted" },
    { th: "ตรวจรับแล้ว", en: "accepted" },
    { th: "ตรวจรับบางส่วน", en: "partly accepted" },
    { th: "ไม่รับมอบ", en: "rejected" },
    { th: "ตัดออก", en: "removed" },
  ],
  disbursement: [
    none,
    { th: "ขอเบิก", en: "requested" },
    { th: "อนุมัติขั้นที่ 1 แล้ว", en: "approved once" },
    { th: "อนุมัติขั้นที่ 2 แล้ว", en: "approved twice" },
    { th: "จ่ายแล้ว", en: "paid" },
    { th: "ไม่อนุมัติ", en: "rejected" },
    { th: "คืนเงินแล้ว", en: "returned" },
  ],
  flag: [
    none,
    { th: "เปิด", en: "open" },
    { th: "หน่วยงานชี้แจงแล้ว", en: "replied" },
    { th: "อยู่ระหว่างตรวจสอบ", en: "under review" },
    { th: "มีมูล", en: "upheld" },
    { th: "ยกข้อสังเกต", en: "dismissed" },
    { th: "ส่งต่อหน่วยงานอื่น", en: "referred" },
  ],
  proposal: [
    { th: "รอเปิดลงคะแนน", en: "pending" },
    { th: "กำลังลงคะแนน", en: "active" },
    { th: "ถอนแล้ว", en: "cancelled" },
    { th: "ไม่ผ่าน", en: "defeated" },
    { th: "ผ่าน", en: "succeeded" },
    { th: "รอดำเนินการ", en: "queued" },
    { th: "พ้นกำหนด", en: "expired" },
    { th: "ดำเนินการแล้ว", en: "executed" },
  ],
} satisfies Record<string, readonly Name[]>;

export type StateMachine = keyof typeof stateNames;
