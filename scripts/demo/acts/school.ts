/** The school: a delivery turned down and made good, a project given up, a roof paid from two funds. */
import { agencies, cast, citizens } from "../cast.ts";
import { decide, raise, verdict } from "../flagging.ts";
import { baht, YEAR, type Play } from "../play.ts";
import { expense, fund, kind, Spending } from "../spending.ts";

const { school } = cast;

export function computers(play: Play): void {
  const it = new Spending(play, agencies.school, school);
  let line = 0n;
  let contract = { id: 0n, milestones: [0n] };
  let flag = 0n;

  play.at("2024-09-23", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "จัดหาห้องปฏิบัติการคอมพิวเตอร์ จำนวน 40 ที่นั่ง",
      en: "Computer room with 40 seats",
      purposeTh: "ให้นักเรียนชั้นมัธยมศึกษาตอนต้นเรียนวิทยาการคำนวณได้ครบทุกห้อง",
      purposeEn: "Computing lessons for every lower-secondary class",
    });
    await it.register(time);
  });
  play.at("2024-10-09T13:00:00", async (time, date) => {
    line = await it.appropriate(time, date, YEAR, fund.annual, expense.investment, baht(1_500_000));
    await it.activate(time);
    await it.allot(time, line, baht(1_500_000));
  });
  play.at("2024-12-03", async (time, date) => {
    contract = (await it.commit(time, date, {
      kind: kind.contract,
      number: "BT-2/2568",
      supplier: "0835599000019",
      value: baht(1_420_000),
      allocations: [[line, baht(1_420_000)]],
      milestones: [[baht(1_420_000), "2025-01-31"]],
      titleTh: "สัญญาซื้อขายเครื่องคอมพิวเตอร์พร้อมติดตั้ง",
      titleEn: "Contract for computers with installation",
    })) as typeof contract;
  });
  play.at("2025-01-20", (time, date) => it.submit(time, date, contract.milestones[0]!));
  play.at("2025-01-23", (time, date) =>
    it.turnDown(
      time,
      date,
      contract.milestones[0]!,
      "ไม่รับงาน: หน่วยความจำต่ำกว่าที่กำหนดใน 12 เครื่อง",
      "Turned down: 12 machines have too little memory",
    ),
  );
  play.at("2025-02-12", (time, date) => it.submit(time, date, contract.milestones[0]!));
  play.at("2025-02-14T11:00:00", (time, date) =>
    it.accept(time, date, contract.milestones[0]!, baht(1_420_000)),
  );
  play.at("2025-02-21", async (time, date) => {
    await it.pay(time, date, contract.id, line, contract.milestones[0]!, baht(1_420_000));
    await it.completeCommitment(time, date, contract.id);
  });
  play.at("2025-03-05", async (time) => {
    flag = await raise(play, time, citizens[2]!, it.code, "milestone-overdue");
  });
  play.at("2025-03-12", async (time, date) => {
    const answer = await it.evidence(
      date,
      "หนังสือชี้แจง: ส่งมอบล่าช้าเพราะเปลี่ยนเครื่องที่ไม่ผ่าน",
      "Answer: late because machines had to be replaced",
    );
    await it.stage.call(school.approver1, time, "BudgetFlags", "reply", [flag, answer]);
    await it.stage.call(cast.audit.auditor, time, "BudgetFlags", "startReview", [flag]);
  });
  play.at("2025-04-02", async (time, date) => {
    await decide(
      play,
      time,
      date,
      flag,
      verdict.upheld,
      "ผลการพิจารณา: ส่งมอบล่าช้า 12 วัน ให้คิดค่าปรับ",
      "Finding: 12 days late, a fine is due",
    );
  });
  play.at("2025-11-05T11:00:00", (time) => it.closeLine(time, line));
  play.at("2025-11-10", (time, date) => it.completeProject(time, date));
  play.at("2025-12-03", (time, date) => it.audit(time, date));
}

export function playground(play: Play): void {
  const it = new Spending(play, agencies.school, school);
  let line = 0n;
  play.at("2024-09-24", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "ปรับปรุงสนามเด็กเล่น",
      en: "Playground renewal",
      purposeTh: "ให้เด็กเล็กมีที่เล่นที่ปลอดภัย",
      purposeEn: "A safe place for small children to play",
    });
    await it.register(time);
  });
  play.at("2024-10-10", async (time, date) => {
    line = await it.appropriate(time, date, YEAR, fund.annual, expense.investment, baht(350_000));
    await it.activate(time);
  });
  play.at("2025-05-15", async (time, date) => {
    const reason = await it.evidence(
      date,
      "ขอยกเลิกโครงการ: ได้รับบริจาคเครื่องเล่นแล้ว",
      "Cancelled: equipment was donated",
    );
    await it.stage.call(school.budget, time, "BudgetLines", "cancelProject", [it.code, reason]);
  });
  play.at("2025-11-05T13:00:00", (time) => it.closeLine(time, line));
}

export function roof(play: Play): void {
  const it = new Spending(play, agencies.school, school);
  let annual = 0n;
  let own = 0n;
  let contract = { id: 0n, milestones: [0n, 0n] };
  play.at("2024-10-11", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "ซ่อมหลังคาอาคารเรียน 2",
      en: "Roof repair, school building 2",
      purposeTh: "หลังคารั่วในฤดูฝน ห้องเรียนชั้นบนใช้ไม่ได้ 3 ห้อง",
      purposeEn: "The roof leaks; three rooms upstairs cannot be used in the rainy season",
    });
    await it.register(time);
    annual = await it.appropriate(time, date, YEAR, fund.annual, expense.investment, baht(600_000));
    own = await it.appropriate(time, date, YEAR, fund.own, expense.investment, baht(200_000));
    await it.activate(time);
    await it.allot(time, annual, baht(600_000));
    await it.allot(time, own, baht(200_000));
  });
  play.at("2025-02-24", async (time, date) => {
    contract = (await it.commit(time, date, {
      kind: kind.contract,
      number: "BT-5/2568",
      supplier: "0845599000027",
      value: baht(720_000),
      allocations: [
        [annual, baht(560_000)],
        [own, baht(160_000)],
      ],
      milestones: [
        [baht(360_000), "2025-04-15"],
        [baht(360_000), "2025-06-15"],
      ],
      titleTh: "สัญญาจ้างซ่อมหลังคาอาคารเรียน 2",
      titleEn: "Contract for the roof of building 2",
    })) as typeof contract;
  });
  play.at("2025-04-08", (time, date) => it.submit(time, date, contract.milestones[0]!));
  play.at("2025-04-10", (time, date) => it.accept(time, date, contract.milestones[0]!, baht(360_000)));
  play.at("2025-04-23", async (time, date) => {
    await it.pay(time, date, contract.id, annual, contract.milestones[0]!, baht(360_000));
  });
  play.at("2025-05-02", async (time, date) => {
    const order = await it.evidence(
      date,
      "คำสั่งระงับงานชั่วคราว: พบแร่ใยหินในหลังคาเดิม",
      "Work suspended: asbestos found in the old roof",
    );
    await it.stage.call(school.budget, time, "BudgetProjects", "suspendProject", [it.code, order]);
  });
  play.at("2025-06-02", async (time, date) => {
    const order = await it.evidence(
      date,
      "คำสั่งให้ดำเนินงานต่อ: รื้อถอนแร่ใยหินแล้ว",
      "Work resumed: asbestos removed",
    );
    await it.stage.call(school.budget, time, "BudgetProjects", "resumeProject", [it.code, order]);
  });
  play.at("2025-08-06", (time, date) => it.submit(time, date, contract.milestones[1]!));
  play.at("2025-08-08", (time, date) => it.accept(time, date, contract.milestones[1]!, baht(360_000)));
  play.at("2025-08-20", async (time, date) => {
    await it.pay(time, date, contract.id, annual, contract.milestones[1]!, baht(200_000));
    await it.pay(time, date, contract.id, own, contract.milestones[1]!, baht(160_000));
    await it.completeCommitment(time, date, contract.id);
  });
  play.at("2025-11-05T15:00:00", async (time) => {
    await it.closeLine(time, annual);
    await it.closeLine(time, own);
  });
  play.at("2025-11-11", (time, date) => it.completeProject(time, date));
}
