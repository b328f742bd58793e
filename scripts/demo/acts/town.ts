/** The municipality: a road with an amendment and a carry-forward, a late waterworks, and a small purchase to its end. */
import { agencies, cast, citizens, relayer } from "../cast.ts";
import { raise } from "../flagging.ts";
import { baht, YEAR, type Play } from "../play.ts";
import { expense, fund, kind, Spending } from "../spending.ts";

const { town } = cast;

export function road(play: Play): Spending {
  const it = new Spending(play, agencies.town, town);
  let line = 0n;
  let carried = 0n;
  let contract = { id: 0n, milestones: [0n, 0n, 0n] };

  play.at("2024-09-10", async (time, date) => {
    await it.draft(
      time,
      date,
      YEAR,
      {
        th: "ก่อสร้างถนนคอนกรีตเสริมเหล็ก ซอยสาธิต 3 ตำบลดอนสาธิต ระยะทาง 1,250 เมตร",
        en: "Reinforced-concrete road, Soi Sathit 3, Don Sathit, 1,250 metres",
        purposeTh: "ให้ชาวบ้าน 214 ครัวเรือนเดินทางได้ตลอดปี แทนถนนดินที่น้ำท่วมในฤดูฝน",
        purposeEn: "An all-year road for 214 households in place of a track that floods in the rainy season",
        district: "ดอนสาธิต",
      },
      [["budget20", "91001680001003210001"]],
    );
  });
  play.at("2024-09-12", (time) => it.register(time));
  play.at("2024-10-02", async (time, date) => {
    line = await it.appropriate(time, date, YEAR, fund.annual, expense.investment, baht(4_800_000));
    await it.activate(time);
  });
  // An agency cannot allot more than the law gave it.
  play.at("2024-10-07", (time) =>
    it.refused(town.budget, time, "BudgetLines", "allot", [line, baht(5_200_000)]),
  );
  play.at("2024-10-07T10:00:00", (time) => it.allot(time, line, baht(4_800_000)));
  play.at("2024-11-18", async (time, date) => {
    contract = (await it.commit(time, date, {
      kind: kind.contract,
      number: "DS-12/2568",
      supplier: "0105599000017",
      value: baht(4_500_000),
      advanceCap: baht(675_000),
      allocations: [[line, baht(4_500_000)]],
      milestones: [
        [baht(1_350_000), "2025-02-15"],
        [baht(1_800_000), "2025-05-31"],
        [baht(1_350_000), "2025-09-15"],
      ],
      titleTh: "สัญญาจ้างก่อสร้างถนนคอนกรีตเสริมเหล็ก ซอยสาธิต 3",
      titleEn: "Contract for the road at Soi Sathit 3",
    })) as typeof contract;
  });
  play.at("2024-11-29", async (time, date) => {
    await it.pay(time, date, contract.id, line, 0n, baht(450_000));
  });
  play.at("2025-02-10", (time, date) => it.submit(time, date, contract.milestones[0]!));
  play.at("2025-02-14", (time, date) => it.accept(time, date, contract.milestones[0]!, baht(1_350_000)));
  play.at("2025-02-18", async (time, date) => {
    // More than was accepted.
    const invoice = await it.evidence(date, "ใบแจ้งหนี้", "Invoice");
    const args = [contract.id, line, contract.milestones[0], baht(1_500_000), invoice];
    await it.refused(town.recorder, time, "BudgetDisbursements", "requestDisbursement", args);
  });
  play.at("2025-02-19", async (time, date) => {
    const disbursement = await it.request(
      time,
      date,
      contract.id,
      line,
      contract.milestones[0]!,
      baht(1_200_000),
    );
    await it.stage.call(town.approver1, time, "BudgetDisbursements", "approveFirst", [disbursement]);
    // One human with two keys is still one human.
    await it.refused(town.approver1Again, time, "BudgetDisbursements", "approveSecond", [disbursement]);
    // An auditor holds no agency duty.
    await it.refused(cast.audit.auditor, time, "BudgetDisbursements", "approveSecond", [disbursement]);
    await it.stage.call(town.approver2, time, "BudgetDisbursements", "approveSecond", [disbursement]);
    await it.payOut(time, date, disbursement);
  });
  play.at("2025-03-20", async (time, date) => {
    const evidence = await it.evidence(
      date,
      "บันทึกแก้ไขสัญญา: เพิ่มท่อระบายน้ำ",
      "Contract amendment: added drainage",
    );
    await it.stage.call(town.approver1, time, "BudgetCommitments", "amendCommitment", [
      contract.id,
      baht(4_770_000),
      [{ lineId: line, amount: baht(4_770_000) }],
      [
        {
          milestoneId: contract.milestones[2],
          amount: baht(1_620_000),
          dueAt: Date.parse("2025-09-30T23:59:59+07:00") / 1000,
        },
      ],
      evidence,
    ]);
  });
  play.at("2025-05-28", (time, date) => it.submit(time, date, contract.milestones[1]!));
  play.at("2025-06-03", (time, date) => it.accept(time, date, contract.milestones[1]!, baht(1_200_000)));
  play.at("2025-06-10", async (time, date) => {
    await it.pay(time, date, contract.id, line, contract.milestones[1]!, baht(1_100_000));
  });
  play.at("2025-06-11", async (time, date) => {
    // A revision cannot take a line below its commitments.
    const evidence = await it.evidence(date, "ขอโอนเปลี่ยนแปลงงบประมาณ (อง.03)", "Request for revision");
    const moves = [{ fromLine: line, toLine: line + 1n, amount: baht(300_000) }];
    await it.refused(town.budget, time, "BudgetLines", "revise", [moves, evidence]);
  });
  play.at("2025-07-09", (time, date) => it.submit(time, date, contract.milestones[1]!));
  play.at("2025-07-15", (time, date) => it.accept(time, date, contract.milestones[1]!, baht(600_000)));
  play.at("2025-07-22", async (time, date) => {
    await it.pay(time, date, contract.id, line, contract.milestones[1]!, baht(500_000));
  });
  play.at("2025-07-23", async (time, date) => {
    // An amendment cannot go below what was requested and paid.
    const evidence = await it.evidence(date, "บันทึกแก้ไขสัญญา", "Contract amendment");
    const args = [contract.id, baht(2_000_000), [{ lineId: line, amount: baht(2_000_000) }], [], evidence];
    await it.refused(town.approver1, time, "BudgetCommitments", "amendCommitment", args);
  });
  play.at("2025-09-26", async (time, date) => {
    const evidence = await it.evidence(date, "ขอกันเงินไว้เบิกเหลื่อมปี (สง.01)", "Carry-forward request");
    const args = [contract.id, line, baht(1_520_000), evidence];
    const events = await it.stage.call(
      cast.bureau.authority,
      time,
      "BudgetCommitments",
      "carryForward",
      args,
    );
    carried = events.LineCarriedForward?.[0]?.toLine;
  });
  play.at("2025-11-03", (time) => it.closeLine(time, line));
  play.at("2025-11-25", (time, date) => it.submit(time, date, contract.milestones[2]!));
  play.at("2025-12-08", (time, date) => it.accept(time, date, contract.milestones[2]!, baht(1_620_000)));
  play.at("2025-12-15", async (time, date) => {
    await it.pay(time, date, contract.id, carried, contract.milestones[2]!, baht(1_520_000));
  });
  play.at("2025-12-19", (time, date) => it.completeCommitment(time, date, contract.id));
  play.at("2025-12-22", (time, date) => it.completeProject(time, date));
  return it;
}

export function waterworks(play: Play): void {
  const it = new Spending(play, agencies.town, town);
  let line = 0n;
  let contract = { id: 0n, milestones: [0n, 0n] };
  let flag = 0n;

  play.at("2024-09-16", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "ปรับปรุงระบบประปาหมู่บ้าน หมู่ที่ 5 ตำบลดอนสาธิต",
      en: "Village waterworks renewal, Moo 5, Don Sathit",
      purposeTh: "ให้น้ำประปาสะอาดและไหลแรงพอในหน้าแล้ง",
      purposeEn: "Clean tap water with enough pressure in the dry season",
      district: "ดอนสาธิต",
    });
    await it.register(time);
  });
  play.at("2024-10-02T11:00:00", async (time, date) => {
    line = await it.appropriate(time, date, YEAR, fund.annual, expense.investment, baht(2_400_000));
    await it.activate(time);
    await it.allot(time, line, baht(2_400_000));
  });
  play.at("2024-12-11", async (time, date) => {
    contract = (await it.commit(time, date, {
      kind: kind.contract,
      number: "DS-15/2568",
      supplier: "0505599000025",
      value: baht(2_200_000),
      allocations: [[line, baht(2_200_000)]],
      milestones: [
        [baht(1_000_000), "2025-03-31"],
        [baht(1_200_000), "2025-05-31"],
      ],
      titleTh: "สัญญาจ้างปรับปรุงระบบประปาหมู่บ้าน",
      titleEn: "Contract for the village waterworks",
    })) as typeof contract;
  });
  play.at("2025-03-24", (time, date) => it.submit(time, date, contract.milestones[0]!));
  play.at("2025-03-28", (time, date) => it.accept(time, date, contract.milestones[0]!, baht(1_000_000)));
  play.at("2025-04-04", async (time, date) => {
    await it.pay(time, date, contract.id, line, contract.milestones[0]!, baht(1_000_000));
  });
  play.at("2025-06-20", async (time) => {
    flag = await raise(play, time, citizens[0]!, it.code, "milestone-overdue");
  });
  play.at("2025-07-10", async (time) => {
    await play.stage.call(relayer, time, "BudgetFlags", "markUnanswered", [flag]);
  });
  play.at("2025-09-26T11:00:00", async (time, date) => {
    const evidence = await it.evidence(date, "ขอกันเงินไว้เบิกเหลื่อมปี (สง.01)", "Carry-forward request");
    const args = [contract.id, line, baht(1_200_000), evidence];
    await it.stage.call(cast.bureau.authority, time, "BudgetCommitments", "carryForward", args);
  });
  play.at("2025-11-03T11:00:00", (time) => it.closeLine(time, line));
}

export function stationery(play: Play): void {
  const it = new Spending(play, agencies.town, town);
  let line = 0n;
  let order = { id: 0n, milestones: [0n] };
  play.at("2024-10-03", async (time, date) => {
    await it.draft(time, date, YEAR, {
      th: "จัดซื้อวัสดุสำนักงาน กองคลัง เทศบาลตำบลดอนสาธิต",
      en: "Office supplies for the finance division",
      purposeTh: "ใช้ในงานบริการประชาชนตลอดปีงบประมาณ",
      purposeEn: "For services at the counter throughout the year",
    });
    await it.register(time);
    line = await it.appropriate(time, date, YEAR, fund.own, expense.operations, baht(120_000));
    await it.activate(time);
    await it.allot(time, line, baht(100_000));
  });
  play.at("2025-01-13", async (time, date) => {
    // More than was allotted.
    const award = await it.evidence(date, "ใบสั่งซื้อ", "Purchase order");
    await it.refused(town.recorder, time, "BudgetCommitments", "recordCommitment", [
      {
        code: it.code,
        kind: kind.purchaseOrder,
        contractNumber: `0x${"00".repeat(32)}`,
        supplier: `0x${"00".repeat(32)}`,
        value: baht(118_000),
        advanceCap: 0n,
        obligationId: 0n,
        award,
        allocations: [{ lineId: line, amount: baht(118_000) }],
        milestones: [{ amount: baht(118_000), dueAt: time + 30 * 86_400 }],
      },
    ]);
  });
  play.at("2025-01-14", async (time, date) => {
    // The key of an officer who left at New Year.
    const document = await it.evidence(date, "โครงการ", "Project");
    await it.refused(town.former, time, "BudgetProjects", "draftProject", [
      agencies.town.code,
      YEAR,
      document,
      [],
    ]);
  });
  play.at("2025-01-15", async (time, date) => {
    order = (await it.commit(time, date, {
      kind: kind.purchaseOrder,
      number: "PO-3/2568",
      supplier: "0105599000033",
      value: baht(96_300),
      allocations: [[line, baht(96_300)]],
      milestones: [[baht(96_300), "2025-01-31"]],
      titleTh: "ใบสั่งซื้อวัสดุสำนักงาน",
      titleEn: "Purchase order for office supplies",
    })) as typeof order;
  });
  play.at("2025-01-27", (time, date) => it.submit(time, date, order.milestones[0]!));
  play.at("2025-01-28", (time, date) => it.accept(time, date, order.milestones[0]!, baht(96_300)));
  play.at("2025-02-03", async (time, date) => {
    await it.pay(time, date, order.id, line, order.milestones[0]!, baht(96_300));
  });
  play.at("2025-02-05", (time, date) => it.completeCommitment(time, date, order.id));
  play.at("2025-11-03T13:00:00", (time) => it.closeLine(time, line));
  play.at("2025-11-05", (time, date) => it.completeProject(time, date));
  play.at("2025-12-02", (time, date) => it.audit(time, date));
}
