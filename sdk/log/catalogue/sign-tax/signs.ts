import { action } from "../define/action.ts";
import { enumOf, flag } from "../define/choices.ts";
import { ordinal, quantity, satang, units } from "../define/numbers.ts";
import { date, geohash5 } from "../define/strings.ts";
import { humanOverride } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { SIGN_TAX_RULE } from "./tax.ts";
import { signClass, taxRule, taxYear } from "./vocabulary.ts";

const changing = flag(
  ["ข้อความเคลื่อนที่หรือเปลี่ยนได้", "text moves or changes"],
  ["เคลื่อนที่หรือเปลี่ยนข้อความได้", "moving or changing"],
  ["ไม่เคลื่อนที่", "still"],
);
const areaCm2 = quantity(["พื้นที่ป้าย", "area"], units.squareCentimetres, [1, 100_000_000]);

export const signRegistered = action("sign.registered", {
  title: ["ขึ้นทะเบียนป้าย", "Sign registered"],
  sentence: [
    "ขึ้นทะเบียนป้าย{signClass} ({changing}) ใน{place} กว้าง {widthCm} สูง {heightCm} จำนวน {sides} รวม {areaCm2}",
    "A sign was registered in {place}: {signClass}, {changing}, {widthCm} by {heightCm}, {sides}, together {areaCm2}",
  ],
  fields: {
    signClass,
    changing,
    widthCm: quantity(["ส่วนที่กว้างที่สุด", "greatest width"], units.centimetres, [1, 20_000]),
    heightCm: quantity(["ส่วนที่สูงที่สุด", "greatest height"], units.centimetres, [1, 20_000]),
    sides: quantity(["จำนวนด้านที่มีข้อความ", "sides with text"], units.sides, [1, 8]),
    areaCm2,
    place: geohash5(),
    shownSince: date(["ติดตั้งเมื่อ", "put up on"]),
  },
  examples: [
    {
      signClass: "thaiOnly",
      changing: false,
      widthCm: 300,
      heightCm: 120,
      sides: 1,
      areaCm2: 36_000,
      place: "w4rqz",
      shownSince: "2026-11-02",
    },
    {
      signClass: "withoutThai",
      changing: true,
      widthCm: 400,
      heightCm: 225,
      sides: 2,
      areaCm2: 180_000,
      place: "w4rqz",
      shownSince: "2026-01-15",
    },
  ],
  refused: [
    ["minimum", { widthCm: 0 }, "ขนาดต้องมากกว่าศูนย์", "a sign has a size"],
    ["additionalProperties", { owner: "…" }, "ไม่เก็บชื่อเจ้าของป้าย", "the owner is not named"],
  ],
});

export const signAssessed = action("sign.assessed", {
  title: ["ประเมินภาษีป้าย", "Sign tax assessed"],
  sentence: [
    "ประเมินภาษีป้ายปี {taxYear}: {signClass} ({changing}) {areaCm2} นับเป็น {units500} หน่วย หน่วยละ {ratePerUnit} คิด {quarters} {leastApplied} เป็นเงิน {tax} ชำระภายใน {payBy}",
    "Sign tax of {taxYear} was assessed: {signClass}, {changing}, {areaCm2}, counted as {units500} times 500 cm² at {ratePerUnit} for {quarters}; {leastApplied}: {tax}, to be paid by {payBy}",
  ],
  fields: {
    taxYear,
    signClass,
    changing,
    areaCm2,
    units500: ordinal(
      [
        "หน่วยละ 500 ตารางเซนติเมตร (เศษเกินครึ่งนับเป็นหนึ่ง)",
        "units of 500 cm² (a rest of more than half counts as one)",
      ],
      [0, 200_000],
    ),
    ratePerUnit: satang(["อัตราต่อหน่วย", "rate a unit"]),
    quarters: quantity(["งวดสามเดือนที่ต้องเสีย", "quarters to be paid"], units.quarters, [1, 4]),
    leastApplied: flag(
      ["ใช้อัตราขั้นต่ำ", "least tax applied"],
      ["ใช้ขั้นต่ำปีละ 200 บาท", "the least of 200 baht a year applies"],
      ["ไม่ต่ำกว่าขั้นต่ำ", "it is not below the least"],
    ),
    tax: satang(["ภาษี", "tax"]),
    payBy: date(["ชำระภายใน", "to be paid by"]),
    daysPromised: promised(units.days, 90),
    daysTaken: taken(units.days, 3_650),
    ruleVersion: taxRule,
    humanOverride,
  },
  examples: [
    {
      taxYear: 2570,
      signClass: "thaiOnly",
      changing: false,
      areaCm2: 36_000,
      units500: 72,
      ratePerUnit: "500",
      quarters: 4,
      leastApplied: false,
      tax: "36000",
      payBy: "2027-02-10",
      daysPromised: 7,
      daysTaken: 3,
      ruleVersion: SIGN_TAX_RULE,
      humanOverride: "confirmed",
    },
    {
      taxYear: 2569,
      signClass: "thaiOnly",
      changing: false,
      areaCm2: 5_250,
      units500: 10,
      ratePerUnit: "500",
      quarters: 1,
      leastApplied: true,
      tax: "5000",
      payBy: "2026-12-09",
      daysPromised: 7,
      daysTaken: 9,
      ruleVersion: SIGN_TAX_RULE,
      humanOverride: "none",
    },
  ],
  refused: [
    ["maximum", { quarters: 5 }, "ปีหนึ่งมีสี่งวด", "a year has four quarters"],
    ["pattern", { tax: "-36000" }, "ภาษีติดลบไม่ได้", "tax cannot be negative"],
    ["enum", { ruleVersion: "sign-tax-2535/1" }, "กฎต้องอยู่ในรายการ", "the rule is not of the list"],
  ],
});

export const signExempted = action("sign.exempted", {
  title: ["ยกเว้นภาษีป้าย", "Sign exempted"],
  sentence: [
    "ป้ายได้รับยกเว้นภาษีปี {taxYear} เพราะเป็น{ground} (มาตรา 8)",
    "The sign was exempted from the tax of {taxYear} as {ground} (section 8)",
  ],
  fields: {
    taxYear,
    ground: enumOf(["เหตุยกเว้น", "ground"], {
      theatre: ["ป้ายโฆษณามหรสพ ณ โรงมหรสพ", "a sign at a theatre for its shows"],
      goods: ["ป้ายที่สินค้าหรือหีบห่อสินค้า", "a sign on goods or their packing"],
      occasion: ["ป้ายในบริเวณงานที่จัดเป็นครั้งคราว", "a sign at an event held now and then"],
      personOrAnimal: ["ป้ายที่คนหรือสัตว์", "a sign on a person or animal"],
      insideBuilding: [
        "ป้ายภายในอาคารที่ไม่เกินขนาดตามกฎกระทรวง",
        "a sign inside a building within the size of the ministerial regulation",
      ],
      government: ["ป้ายของราชการ", "a sign of the state"],
      stateBody: [
        "ป้ายขององค์การหรือธนาคารของรัฐที่กฎหมายยกเว้น",
        "a sign of a state body or bank that the law names",
      ],
      privateSchool: ["ป้ายของโรงเรียนเอกชนหรือสถาบันอุดมศึกษาเอกชน", "a sign of a private school or university"],
      ownProduce: ["ป้ายของเกษตรกรที่ค้าผลผลิตของตน", "a sign of farmers who sell what they grow"],
      religiousOrCharity: ["ป้ายของวัด ศาสนา หรือการกุศล", "a sign of a temple, religion or charity"],
      association: ["ป้ายของสมาคมหรือมูลนิธิ", "a sign of an association or foundation"],
      regulation: ["ป้ายที่กฎกระทรวงกำหนด", "a sign named by ministerial regulation"],
    }),
    ruleVersion: taxRule,
    humanOverride,
  },
  examples: [
    { taxYear: 2569, ground: "insideBuilding", ruleVersion: SIGN_TAX_RULE, humanOverride: "confirmed" },
    { taxYear: 2569, ground: "religiousOrCharity", ruleVersion: SIGN_TAX_RULE, humanOverride: "changed" },
  ],
  refused: [
    ["enum", { ground: "friend" }, "ไม่มีเหตุยกเว้นนี้ในกฎหมาย", "the law knows no such ground"],
    ["minimum", { taxYear: 2026 }, "ปีภาษีเป็นพุทธศักราช", "tax years are Buddhist-era years"],
  ],
});
