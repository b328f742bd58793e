import { expect } from "chai";
import type { ActionType, DataOf, Service } from "../../../../sdk/log/catalogue/index.ts";
import { farmersChatbot, relief } from "../../../../sdk/log/catalogue/farmers-chatbot/index.ts";
import { benefitMatched } from "../../../../sdk/log/catalogue/farmers-chatbot/help.ts";
import { motorcycleTaxi } from "../../../../sdk/log/catalogue/motorcycle-taxi/index.ts";
import { dltSynced } from "../../../../sdk/log/catalogue/motorcycle-taxi/register.ts";
import { qrChecked, ratingRecorded } from "../../../../sdk/log/catalogue/motorcycle-taxi/street.ts";
import { gradeOf, okrEvaluation, score } from "../../../../sdk/log/catalogue/okr-evaluation/index.ts";
import { scoreFinalised } from "../../../../sdk/log/catalogue/okr-evaluation/scores.ts";
import { dispensingFee, pharmacyPickup } from "../../../../sdk/log/catalogue/pharmacy-pickup/index.ts";
import { claimSubmitted } from "../../../../sdk/log/catalogue/pharmacy-pickup/transfers.ts";
import {
  monthsLate,
  signTax,
  signTaxService,
  surcharge,
} from "../../../../sdk/log/catalogue/sign-tax/index.ts";
import { surchargeApplied } from "../../../../sdk/log/catalogue/sign-tax/payments.ts";
import { signAssessed } from "../../../../sdk/log/catalogue/sign-tax/signs.ts";

/** Data of every action of a type: the examples, then what was played in some months. */
function logged<A extends ActionType>({ days }: Service, action: A): DataOf<A>[] {
  const played = [4, 5].flatMap((seed) => days(seed, "2026-08-03", 60));
  const data = played.filter(({ type }) => type === action.type).map(({ data }) => data);
  return [...action.examples, ...data] as DataOf<A>[];
}

// Written from the law's own words, in baht and decimals of text, not from the code that is tested.
describe("sign tax, computed again", () => {
  /** Baht for 500 cm²: Ministerial Regulation B.E. 2563, (1) to (3), each (ก) moving and (ข) other signs. */
  const schedule: Record<string, [moving: number, other: number]> = {
    thaiOnly: [10, 5],
    thaiWithOther: [52, 26],
    withoutThai: [52, 50],
  };

  it("agrees with every assessment of the catalogue", () => {
    const assessments = logged(signTaxService, signAssessed);
    expect(assessments.length).to.be.greaterThan(50);
    for (const {
      signClass,
      changing,
      areaCm2,
      units500,
      ratePerUnit,
      quarters,
      leastApplied,
      tax,
    } of assessments) {
      const baht = schedule[signClass]![changing ? 0 : 1]!;
      expect(Number(ratePerUnit)).to.equal(baht * 100);
      const rest = areaCm2 % 500;
      const counted = (areaCm2 - rest) / 500 + (rest > 250 ? 1 : 0);
      expect(units500).to.equal(counted);
      const year = counted * baht < 200 ? 200 : counted * baht;
      expect(leastApplied).to.equal(counted * baht < 200);
      expect(Number(tax)).to.equal(year * 25 * quarters);
    }
  });

  const cases: [
    class_: "thaiOnly" | "thaiWithOther" | "withoutThai",
    changing: boolean,
    cm2: number,
    quarters: number,
    satang: bigint,
  ][] = [
    ["thaiOnly", false, 36_000, 4, 36_000n],
    ["thaiOnly", true, 36_000, 4, 72_000n],
    ["thaiWithOther", false, 100_000, 4, 520_000n],
    ["withoutThai", true, 180_000, 4, 1_872_000n],
    ["withoutThai", false, 180_000, 1, 450_000n],
    ["thaiOnly", false, 1, 4, 20_000n],
    ["thaiOnly", false, 1, 1, 5_000n],
    ["thaiWithOther", false, 500_250, 4, 2_600_000n],
    ["thaiWithOther", false, 500_251, 4, 2_602_600n],
  ];
  for (const [signClass, changing, areaCm2, quarters, tax] of cases)
    it(`is ${tax} satang for ${areaCm2} cm² of ${signClass}${changing ? ", changing" : ""}, ${quarters} quarters`, () => {
      expect(signTax({ signClass, changing, areaCm2, quarters }).tax).to.equal(tax);
    });

  it("agrees with every surcharge of the catalogue (section 25)", () => {
    const percent: Record<string, number> = { filedLate: 5, notFiled: 10, understated: 10, paidLate: 2 };
    const applied = logged(signTaxService, surchargeApplied);
    expect(applied.length).to.be.greaterThan(20);
    for (const { ground, base, rate, months, surcharge: sum } of applied) {
      expect(rate).to.equal(percent[ground]! * 100);
      expect(ground === "paidLate").to.equal(months !== undefined);
      expect(Number(sum)).to.equal(Math.floor((Number(base) * percent[ground]! * (months ?? 1)) / 100));
    }
  });

  it("counts each month begun of a late payment", () => {
    const counted: [due: string, paid: string, months: number][] = [
      ["2026-11-10", "2026-11-10", 0],
      ["2026-11-10", "2026-11-11", 1],
      ["2026-11-10", "2026-12-10", 1],
      ["2026-11-10", "2026-12-11", 2],
      ["2026-12-31", "2027-01-01", 1],
      ["2026-01-31", "2026-02-28", 1],
      ["2026-01-31", "2026-03-01", 2],
      ["2026-11-10", "2026-11-01", 0],
    ];
    for (const [due, paid, months] of counted)
      expect(monthsLate(due, paid), `${due} ${paid}`).to.equal(months);
    expect(surcharge("paidLate", 36_000n, 2)).to.equal(1_440n);
    expect(surcharge("filedLate", 33n, 0)).to.equal(1n);
  });

  it("is paid as it was assessed, instalments and surcharges together", () => {
    const { days } = signTaxService;
    // So long that every sign of the first month is settled.
    const actions = days(4, "2026-03-02", 240);
    const settled = new Map<string, { tax: bigint; added: bigint; paid: bigint; addedPaid: bigint }>();
    for (const { type, subjectKey, data } of actions) {
      const sums = settled.get(subjectKey!) ?? { tax: 0n, added: 0n, paid: 0n, addedPaid: 0n };
      if (type === "sign.assessed") sums.tax = BigInt(data["tax"] as string);
      if (type === "surcharge.applied") sums.added += BigInt(data["surcharge"] as string);
      if (type === "sign.paid") {
        sums.paid += BigInt(data["tax"] as string);
        sums.addedPaid += BigInt(data["surcharge"] as string);
        expect(BigInt(data["total"] as string)).to.equal(
          BigInt(data["tax"] as string) + BigInt(data["surcharge"] as string),
        );
      }
      settled.set(subjectKey!, sums);
    }
    const early = [...settled].filter(
      ([key]) => Number(key.split("-")[1]) < Date.parse("2026-03-20") / 86_400_000,
    );
    expect(early.length).to.be.greaterThan(20);
    for (const [key, { tax, added, paid, addedPaid }] of early)
      expect([key, paid, addedPaid]).to.deep.equal([key, tax, added]);
  });
});

describe("help for damaged crops, computed again", () => {
  /** Baht a rai, criteria of B.E. 2564. */
  const rates: Record<string, number> = { rice: 1_340, fieldCrops: 1_980, treesAndOthers: 4_048 };

  it("agrees with every decision of the catalogue", () => {
    const decisions = logged(farmersChatbot, benefitMatched);
    expect(decisions.length).to.be.greaterThan(100);
    for (const { decision, cropClass, areaNgan, countedNgan, ratePerRai, amount } of decisions) {
      const counted = decision === "eligible" ? Math.min(areaNgan, 30 * 4) : 0;
      expect(countedNgan).to.equal(counted);
      expect(Number(ratePerRai)).to.equal(rates[cropClass]! * 100);
      expect(Number(amount)).to.equal(counted * rates[cropClass]! * 25);
    }
  });

  it("ends at thirty rai", () => {
    expect(relief("rice", 120)).to.equal(4_020_000n);
    expect(relief("rice", 121)).to.equal(4_020_000n);
    expect(relief("treesAndOthers", 1)).to.equal(101_200n);
  });
});

describe("pharmacies' claims, computed again", () => {
  it("are 50 baht and 10 baht an item, with the medicines", () => {
    const claims = logged(pharmacyPickup, claimSubmitted);
    expect(claims.length).to.be.greaterThan(100);
    for (const { items, dispensingFee: fee, medicines, total } of claims) {
      expect(Number(fee)).to.equal(5_000 + 1_000 * items);
      expect(Number(total)).to.equal(Number(fee) + Number(medicines));
    }
    expect(dispensingFee(1)).to.equal(6_000n);
  });

  it("ask for what was handed over, once for each prescription", () => {
    const actions = pharmacyPickup.days(4, "2026-08-03", 60);
    const handed = new Map<string, number>();
    for (const { type, subjectKey, data } of actions) {
      const items = Number(data["items"]);
      const before = handed.get(subjectKey!) ?? 0;
      if (type === "dispense.handedOver" || type === "dispense.partial")
        handed.set(subjectKey!, before + items);
      if (type !== "claim.submitted") continue;
      expect(items, subjectKey!).to.equal(before);
      handed.set(subjectKey!, NaN);
    }
  });
});

describe("scores of staff, computed again", () => {
  it("are the weighted mean of the results, and agree with every score of the catalogue", () => {
    const scores = logged(okrEvaluation, scoreFinalised);
    expect(scores.length).to.be.greaterThan(50);
    for (const { results, weights, score: points, grade } of scores) {
      expect(weights.reduce((sum, weight) => sum + weight, 0)).to.equal(10_000);
      expect(results).to.have.lengthOf(weights.length);
      // Twice the exact mean, so that the half that is rounded up stays whole.
      const doubled = results.reduce((sum, result, n) => sum + 2 * result * weights[n]!, 0);
      expect(points).to.equal(Math.floor((doubled + 10_000) / 20_000));
      const least = { outstanding: 9_000, veryGood: 8_000, good: 7_000, fair: 6_000, improve: 0 };
      const expected = Object.entries(least).find(([, from]) => points >= from)![0];
      expect(grade).to.equal(expected);
    }
  });

  it("round a half up and change the grade exactly at its limit", () => {
    expect(score([10_000, 0], [5_000, 5_000])).to.equal(5_000);
    expect(score([1, 0], [5_000, 5_000])).to.equal(1);
    expect(score([1, 0], [4_999, 5_001])).to.equal(0);
    expect([9_000, 8_999, 6_000, 5_999].map(gradeOf)).to.deep.equal([
      "outstanding",
      "veryGood",
      "fair",
      "improve",
    ]);
  });

  it("keep the weights that were committed", () => {
    const committed = new Map<string, unknown>();
    for (const { type, subjectKey, data } of okrEvaluation.days(4, "2026-08-03", 60)) {
      if (type === "objective.committed") committed.set(subjectKey!, data["weights"]);
      if (type === "score.finalised") expect(data["weights"]).to.deep.equal(committed.get(subjectKey!));
    }
    expect(committed.size).to.be.greaterThan(50);
  });
});

describe("counts of the catalogue add up", () => {
  const sums: [action: ActionType, total: string, parts: string[]][] = [
    [qrChecked, "checks", ["valid", "expired", "suspended", "unknown"]],
    [ratingRecorded, "ratings", ["five", "four", "three", "two", "one"]],
    [dltSynced, "compared", ["matched", "corrected", "missing"]],
  ];
  for (const [action, total, parts] of sums)
    it(`${total} of ${action.type} are ${parts.join(", ")}`, () => {
      for (const data of logged(motorcycleTaxi, action) as Record<string, number>[])
        expect(data[total]).to.equal(parts.reduce((sum, part) => sum + data[part]!, 0));
    });
});
