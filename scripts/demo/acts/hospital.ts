/** The hospital: a machine with a refund and an answered flag, supplies with a revision, a building over three years. */
import { agencies, cast, citizens } from "../cast.ts";
import { decide, raise, verdict } from "../flagging.ts";
import { baht, YEAR, type Play } from "../play.ts";
import { expense, fund, kind, Spending } from "../spending.ts";

const { hospital } = cast;

export function xray(play: Play, supplies: { line: bigint }): void {
  const it = new Spending(play, agencies.hospital, hospital);
  let line = 0n;
  let contract = { id: 0n, milestones: [0n, 0n] };
  let last = 0n;
  let flag = 0n;

  play.at("2024-09-18", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "จัดซื้อเครื่องเอกซเรย์ดิจิทัล พร้อมติดตั้งและฝึกอบรม",
      en: "Digital X-ray unit with installation and training",
      purposeTh: "แทนเครื่องเดิมอายุ 14 ปี ลดเวลารอตรวจของผู้ป่วย",
      purposeEn: "Replaces a unit of 14 years and shortens patients' waiting",
    });
    await it.register(time);
  });
  play.at("2024-10-04", async (time, date) => {
    line = await it.appropriate(time, date, YEAR, fund.annual, expense.investment, baht(3_200_000));
    await it.activate(time);
    await it.allot(time, line, baht(3_000_000));
  });
  play.at("2024-12-16", async (time, date) => {
    // Evidence with a date that has not come.
    const early = await it.evidence(date, "สัญญาซื้อขาย", "Contract of sale");
    await it.refused(hospital.recorder, time, "BudgetCommitments", "recordCommitment", [
      {
        code: it.code,
        kind: kind.contract,
        contractNumber: `0x${"00".repeat(32)}`,
        supplier: `0x${"00".repeat(32)}`,
        value: baht(2_950_000),
        advanceCap: 0n,
        obligationId: 0n,
        award: { ...early, date: time + 14 * 86_400 },
        allocations: [{ lineId: line, amount: baht(2_950_000) }],
        milestones: [{ amount: baht(2_950_000), dueAt: time + 90 * 86_400 }],
      },
    ]);
  });
  play.at("2024-12-17", async (time, date) => {
    contract = (await it.commit(time, date, {
      kind: kind.contract,
      number: "SH-4/2568",
      supplier: "0105599000041",
      value: baht(2_950_000),
      allocations: [[line, baht(2_950_000)]],
      milestones: [
        [baht(2_655_000), "2025-03-31"],
        [baht(295_000), "2025-04-30"],
      ],
      titleTh: "สัญญาซื้อขายเครื่องเอกซเรย์ดิจิทัล",
      titleEn: "Contract for the digital X-ray unit",
    })) as typeof contract;
  });
  play.at("2025-03-18", (time, date) => it.submit(time, date, contract.milestones[0]!));
  play.at("2025-03-21", (time, date) => it.accept(time, date, contract.milestones[0]!, baht(2_655_000)));
  play.at("2025-03-27", async (time, date) => {
    // An officer of another agency.
    const invoice = await it.evidence(date, "ใบแจ้งหนี้", "Invoice");
    const args = [contract.id, line, contract.milestones[0], baht(2_655_000), invoice];
    await it.refused(cast.school.recorder, time, "BudgetDisbursements", "requestDisbursement", args);
  });
  play.at("2025-03-28", async (time, date) => {
    await it.pay(time, date, contract.id, line, contract.milestones[0]!, baht(2_655_000));
  });
  play.at("2025-04-21", (time, date) => it.submit(time, date, contract.milestones[1]!));
  play.at("2025-04-24", (time, date) => it.accept(time, date, contract.milestones[1]!, baht(295_000)));
  play.at("2025-04-30", async (time, date) => {
    last = await it.pay(time, date, contract.id, line, contract.milestones[1]!, baht(295_000));
  });
  play.at("2025-05-06", async (time) => {
    flag = await raise(play, time, citizens[1]!, it.code, "split-purchase");
  });
  play.at("2025-05-12", async (time, date) => {
    const answer = await it.evidence(
      date,
      "หนังสือชี้แจง: จัดซื้อครั้งเดียวตามสัญญาฉบับเดียว",
      "Answer: one purchase under one contract",
    );
    await it.stage.call(hospital.approver1, time, "BudgetFlags", "reply", [flag, answer]);
    // The agency concerned cannot judge its own flag.
    await it.refused(hospital.approver1, time, "BudgetFlags", "startReview", [flag]);
  });
  play.at("2025-05-20", async (time) => {
    await it.stage.call(cast.audit.auditor, time, "BudgetFlags", "startReview", [flag]);
  });
  play.at("2025-06-05", async (time, date) => {
    await decide(
      play,
      time,
      date,
      flag,
      verdict.dismissed,
      "ผลการพิจารณา: ไม่พบการแบ่งซื้อ",
      "Finding: no split purchase",
    );
  });
  play.at("2025-06-16", async (time, date) => {
    const slip = await it.evidence(date, "หลักฐานนำเงินส่งคืน (เบิกเกินส่งคืน)", "Refund slip");
    // More than was paid.
    await it.refused(hospital.treasury, time, "BudgetDisbursements", "recordReturn", [
      last,
      baht(300_000),
      slip,
    ]);
    await it.stage.call(hospital.treasury, time, "BudgetDisbursements", "recordReturn", [
      last,
      baht(45_000),
      slip,
    ]);
  });
  play.at("2025-06-24", async (time, date) => {
    // The saving of one expense type to another: only the budget authority may.
    const evidence = await it.evidence(date, "โอนเปลี่ยนแปลงงบประมาณ (อง.03)", "Budget revision");
    const moves = [{ fromLine: line, toLine: supplies.line, amount: baht(200_000) }];
    await it.stage.call(cast.bureau.authority, time, "BudgetLines", "revise", [moves, evidence]);
  });
  play.at("2025-07-01", (time, date) => it.completeCommitment(time, date, contract.id));
  play.at("2025-11-04", (time) => it.closeLine(time, line));
  play.at("2025-11-06", (time, date) => it.completeProject(time, date));
}

export function supplies(play: Play): { line: bigint } {
  const it = new Spending(play, agencies.hospital, hospital);
  const shared = { line: 0n };
  let first = { id: 0n, milestones: [0n] };
  let second = { id: 0n, milestones: [0n] };

  play.at("2024-10-04T13:00:00", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "จัดซื้อเวชภัณฑ์ที่มิใช่ยา ประจำปีงบประมาณ 2568",
      en: "Medical supplies other than medicines, fiscal year B.E. 2568",
      purposeTh: "ให้มีเวชภัณฑ์เพียงพอต่อผู้ป่วยนอกและผู้ป่วยใน",
      purposeEn: "Enough supplies for out-patients and in-patients",
    });
    await it.register(time);
    shared.line = await it.appropriate(time, date, YEAR, fund.annual, expense.operations, baht(850_000));
    await it.activate(time);
    await it.allot(time, shared.line, baht(850_000));
  });
  play.at("2024-11-05", async (time, date) => {
    first = (await it.commit(time, date, {
      kind: kind.purchaseOrder,
      number: "PO-8/2568",
      supplier: "0105599000050",
      value: baht(480_000),
      allocations: [[shared.line, baht(480_000)]],
      milestones: [[baht(480_000), "2024-12-15"]],
      titleTh: "ใบสั่งซื้อเวชภัณฑ์ งวดที่ 1",
      titleEn: "Purchase order for supplies, first lot",
    })) as typeof first;
  });
  play.at("2024-12-09", (time, date) => it.submit(time, date, first.milestones[0]!));
  play.at("2024-12-12", (time, date) => it.accept(time, date, first.milestones[0]!, baht(480_000)));
  play.at("2024-12-13", async (time, date) => {
    // Turned down for a wrong invoice, requested again and paid.
    const disbursement = await it.request(
      time,
      date,
      first.id,
      shared.line,
      first.milestones[0]!,
      baht(480_000),
    );
    const reason = await it.evidence(date, "ใบแจ้งหนี้ไม่ตรงกับใบสั่งซื้อ", "The invoice does not match the order");
    await it.stage.call(hospital.approver1, time, "BudgetDisbursements", "reject", [disbursement, reason]);
  });
  play.at("2024-12-20", async (time, date) => {
    await it.pay(time, date, first.id, shared.line, first.milestones[0]!, baht(480_000));
    await it.completeCommitment(time, date, first.id);
  });
  play.at("2025-06-25", (time) => it.allot(time, shared.line, baht(200_000)));
  play.at("2025-07-07", async (time, date) => {
    second = (await it.commit(time, date, {
      kind: kind.purchaseOrder,
      number: "PO-21/2568",
      supplier: "0105599000050",
      value: baht(560_000),
      allocations: [[shared.line, baht(560_000)]],
      milestones: [[baht(560_000), "2025-08-29"]],
      titleTh: "ใบสั่งซื้อเวชภัณฑ์ งวดที่ 2",
      titleEn: "Purchase order for supplies, second lot",
    })) as typeof second;
  });
  play.at("2025-09-12", (time, date) => it.submit(time, date, second.milestones[0]!));
  play.at("2025-09-15", (time, date) => it.accept(time, date, second.milestones[0]!, baht(560_000)));
  play.at("2025-09-24", async (time, date) => {
    await it.pay(time, date, second.id, shared.line, second.milestones[0]!, baht(560_000));
    await it.completeCommitment(time, date, second.id);
  });
  play.at("2025-10-02", async (time, date) => {
    // No new commitment after the year has ended.
    const award = await it.evidence(date, "ใบสั่งซื้อ", "Purchase order");
    await it.refused(hospital.recorder, time, "BudgetCommitments", "recordCommitment", [
      {
        code: it.code,
        kind: kind.purchaseOrder,
        contractNumber: `0x${"00".repeat(32)}`,
        supplier: `0x${"00".repeat(32)}`,
        value: baht(10_000),
        advanceCap: 0n,
        obligationId: 0n,
        award,
        allocations: [{ lineId: shared.line, amount: baht(10_000) }],
        milestones: [{ amount: baht(10_000), dueAt: time + 30 * 86_400 }],
      },
    ]);
  });
  play.at("2025-11-04T13:00:00", (time) => it.closeLine(time, shared.line));
  play.at("2025-11-07", (time, date) => it.completeProject(time, date));
  return shared;
}

export function building(play: Play): void {
  const it = new Spending(play, agencies.hospital, hospital);
  let line = 0n;
  let nextLine = 0n;
  let obligation = 0n;
  let contract = { id: 0n, milestones: [0n, 0n, 0n, 0n] };

  play.at("2024-09-20", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "ก่อสร้างอาคารผู้ป่วยนอก 4 ชั้น (ผูกพันงบประมาณ 3 ปี)",
      en: "Four-storey out-patient building (three-year obligation)",
      purposeTh: "รองรับผู้ป่วยนอกวันละ 900 คน และแยกผู้ป่วยโรคทางเดินหายใจ",
      purposeEn: "For 900 out-patients a day, with respiratory patients apart",
    });
    await it.register(time);
  });
  play.at("2024-10-08", async (time, date) => {
    line = await it.appropriate(time, date, YEAR, fund.annual, expense.investment, baht(9_000_000));
    await it.activate(time);
    await it.allot(time, line, baht(9_000_000));
    const act = await it.evidence(date, "มติอนุมัติก่อหนี้ผูกพันข้ามปีงบประมาณ", "Approval of a multi-year obligation");
    const years = [
      { year: YEAR, amount: baht(9_000_000) },
      { year: YEAR + 1, amount: baht(15_000_000) },
      { year: YEAR + 2, amount: baht(12_000_000) },
    ];
    const args = [it.code, baht(36_000_000), years, act];
    const events = await it.stage.call(
      cast.bureau.authority,
      time,
      "BudgetCommitments",
      "approveObligation",
      args,
    );
    obligation = events.ObligationApproved?.[0]?.obligationId;
  });
  play.at("2024-10-09", async (time, date) => {
    // Appropriations cannot pass the year's ceiling.
    const act = await it.evidence(date, "บัญชีจัดสรร", "Schedule");
    const args = [it.code, YEAR, fund.annual, expense.subsidy, baht(58_000_000), act];
    await it.refused(cast.bureau.authority, time, "BudgetLines", "appropriate", args);
  });
  play.at("2025-01-22", async (time, date) => {
    contract = (await it.commit(time, date, {
      kind: kind.contract,
      number: "SH-7/2568",
      supplier: "0105599000068",
      value: baht(36_000_000),
      advanceCap: baht(3_600_000),
      obligation,
      allocations: [[line, baht(9_000_000)]],
      milestones: [
        [baht(9_000_000), "2025-08-31"],
        [baht(9_000_000), "2026-02-28"],
        [baht(9_000_000), "2026-08-31"],
        [baht(9_000_000), "2027-06-30"],
      ],
      titleTh: "สัญญาจ้างก่อสร้างอาคารผู้ป่วยนอก",
      titleEn: "Contract for the out-patient building",
    })) as typeof contract;
  });
  play.at("2025-08-25", (time, date) => it.submit(time, date, contract.milestones[0]!));
  play.at("2025-08-29", (time, date) => it.accept(time, date, contract.milestones[0]!, baht(9_000_000)));
  play.at("2025-09-17", async (time, date) => {
    await it.pay(time, date, contract.id, line, contract.milestones[0]!, baht(9_000_000));
  });
  play.at("2025-10-06", async (time, date) => {
    nextLine = await it.appropriate(time, date, YEAR + 1, fund.annual, expense.investment, baht(15_000_000));
    await it.allot(time, nextLine, baht(15_000_000));
    await it.stage.call(hospital.budget, time, "BudgetCommitments", "fundCommitment", [
      contract.id,
      nextLine,
      baht(15_000_000),
    ]);
  });
  play.at("2025-11-04T15:00:00", (time) => it.closeLine(time, line));
  play.at("2026-02-20", (time, date) => it.submit(time, date, contract.milestones[1]!));
  play.at("2026-02-26", (time, date) => it.accept(time, date, contract.milestones[1]!, baht(9_000_000)));
  play.at("2026-03-05", async (time, date) => {
    await it.pay(time, date, contract.id, nextLine, contract.milestones[1]!, baht(9_000_000));
  });
}
