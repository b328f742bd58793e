/** The year itself: agencies and officers enrolled, the year planned under a ceiling, opened, and closed. */
import { agencies, cast, officers, registrar } from "../cast.ts";
import { paper } from "../papers.ts";
import { baht, thaiTime, YEAR, type Play } from "../play.ts";

const FOREVER = "2029-09-30T23:59:59";

export function law(play: Play): void {
  const { stage, documents } = play;
  play.at("2024-08-05", async (time) => {
    for (const agency of Object.values(agencies)) {
      await stage.call(registrar, time, "AgencyRegistry", "enrolAgency", [
        agency.code,
        agency.nameTh,
        agency.nameEn,
        agency.province,
      ]);
    }
    for (const officer of officers) {
      const until = officer.until ? Date.parse(officer.until) / 1000 : thaiTime(FOREVER);
      await stage.call(registrar, time, "AgencyRegistry", "enrolOfficer", [
        officer.wallet.address,
        officer.agency,
        officer.duties,
        thaiTime("2024-08-01T00:00:00"),
        until,
        officer.personTag,
      ]);
    }
  });
  play.at("2024-08-20", async (time, date) => {
    const act = await paper(
      documents,
      date,
      "พระราชบัญญัติงบประมาณรายจ่ายประจำปี พ.ศ. 2568 (ฉบับสาธิต)",
      "Annual Appropriations Act B.E. 2568 (demonstration)",
    );
    await stage.call(cast.bureau.authority, time, "BudgetLines", "planYear", [YEAR, baht(60_000_000), act]);
  });
  play.at("2024-10-01", async (time) => {
    await stage.call(cast.bureau.authority, time, "BudgetLines", "openYear", [YEAR]);
  });
  play.at("2025-02-17", async (time, date) => {
    const act = await paper(
      documents,
      date,
      "พระราชบัญญัติงบประมาณรายจ่ายเพิ่มเติม (สาธิต)",
      "Supplementary Appropriations Act (demonstration)",
    );
    await stage.call(cast.bureau.authority, time, "BudgetLines", "changeCeiling", [
      YEAR,
      baht(65_000_000),
      act,
    ]);
  });
  play.at("2025-08-21", async (time, date) => {
    const act = await paper(
      documents,
      date,
      "พระราชบัญญัติงบประมาณรายจ่ายประจำปี พ.ศ. 2569 (ฉบับสาธิต)",
      "Annual Appropriations Act B.E. 2569 (demonstration)",
    );
    await stage.call(cast.bureau.authority, time, "BudgetLines", "planYear", [
      YEAR + 1,
      baht(62_000_000),
      act,
    ]);
  });
  play.at("2025-10-01", async (time) => {
    await stage.call(cast.bureau.authority, time, "BudgetLines", "openYear", [YEAR + 1]);
  });
  play.at("2025-11-28", async (time) => {
    await stage.call(cast.bureau.authority, time, "BudgetLines", "closeYear", [YEAR]);
  });
}
