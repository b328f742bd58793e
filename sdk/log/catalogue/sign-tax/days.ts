import { DAY, HOUR, dayOf, dayStart } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Story } from "../play/story.ts";
import { reminderSent, signFiled, signPaid, surchargeApplied } from "./payments.ts";
import { signAssessed, signExempted, signRegistered } from "./signs.ts";
import { SIGN_TAX_RULE, monthsLate, signTax, surcharge, surchargeRates } from "./tax.ts";
import type { SignClass } from "./tax.ts";

const ruleVersion = SIGN_TAX_RULE;
const MONTH = 30 * DAY;
/** Section 19 bis: from 3,000 baht the tax may be paid in three equal parts. */
const INSTALMENTS_FROM = 300_000n;

interface Sign {
  readonly signClass: SignClass;
  readonly changing: boolean;
  readonly areaCm2: number;
  readonly taxYear: number;
  readonly shownSince: string;
  /** the first instant (ms) after the days for filing */
  readonly filingEnds: number;
}

function register(story: Story): Sign {
  const { random } = story;
  const widthCm = random.between(8, 60) * 10;
  const heightCm = random.between(4, 30) * 10 + random.between(0, 1) * 5;
  const sides = random.pick([1, 1, 1, 2]);
  const areaCm2 = widthCm * heightCm * sides;
  const signClass = random.pick(["thaiOnly", "thaiOnly", "thaiWithOther", "thaiWithOther", "withoutThai"]);
  const changing = random.chance(0.1);
  const shownSince = dayOf(story.now - random.between(0, 10) * DAY);
  const taxYear = Number(shownSince.slice(0, 4)) + 543;
  const place = random.pick(["w4rqz", "w4rrn", "w4x2b"]);
  story.act("officer", signRegistered, {
    signClass,
    changing,
    widthCm,
    heightCm,
    sides,
    areaCm2,
    place,
    shownSince,
  });
  return { signClass, changing, areaCm2, taxYear, shownSince, filingEnds: dayStart(shownSince) + 16 * DAY };
}

/** Section 14: a sign that is put up is to be declared within fifteen days. Says on which ground the tax rises. */
function file(story: Story, { taxYear, filingEnds }: Sign): "filedLate" | "notFiled" | null {
  const { random } = story;
  const due = dayOf(filingEnds - DAY);
  const file = (timing: "inTime" | "lateUnasked" | "lateAsked") =>
    story.act("owner", signFiled, { taxYear, filedOn: dayOf(story.now), due, timing });
  if (random.chance(0.75)) {
    const left = Math.max(1, Math.floor((filingEnds - story.now) / DAY) - 5);
    story.office(0, left * 24 * 60);
    if (story.now < filingEnds) {
      file("inTime");
      return null;
    }
    file("lateUnasked");
    return "filedLate";
  }
  story.now = filingEnds;
  if (random.chance(0.5)) {
    story.office(60, 8 * 24 * 60);
    file("lateUnasked");
    return "filedLate";
  }
  story.office(24 * 60, 10 * 24 * 60);
  const purpose = "file";
  story.act("officer", reminderSent, { taxYear, purpose, by: "letter", due: dayOf(story.now + 7 * DAY) });
  story.office(24 * 60, 9 * 24 * 60);
  file("lateAsked");
  return "notFiled";
}

/** The tax that was assessed and the day by which it is due. */
function assess(story: Story, sign: Sign): { tax: bigint; due: string } {
  const { signClass, changing, areaCm2, taxYear, shownSince } = sign;
  const filed = story.now;
  const quarters = 5 - Math.ceil(Number(shownSince.slice(5, 7)) / 3);
  const { units, rate, isLeast, tax } = signTax({ signClass, changing, areaCm2, quarters });
  story.office(60, 9 * 24 * 60);
  const payBy = dayOf(story.now + 15 * DAY);
  story.act("officer", signAssessed, {
    taxYear,
    signClass,
    changing,
    areaCm2,
    units500: units,
    ratePerUnit: String(rate),
    quarters,
    leastApplied: isLeast,
    tax: String(tax),
    payBy,
    daysPromised: 7,
    daysTaken: story.daysSince(filed),
    ruleVersion,
    humanOverride: story.random.pick(["none", "confirmed"]),
  });
  return { tax, due: payBy };
}

function pay(
  story: Story,
  taxYear: number,
  tax: bigint,
  due: string,
  ground: "filedLate" | "notFiled" | null,
) {
  const { random } = story;
  let added = 0n;
  const addSurcharge = (why: "filedLate" | "notFiled" | "paidLate", months: number) => {
    const sum = surcharge(why, tax, months);
    added += sum;
    story.act("system", surchargeApplied, {
      taxYear,
      ground: why,
      base: String(tax),
      rate: surchargeRates[why],
      ...(why === "paidLate" && { months }),
      surcharge: String(sum),
      ruleVersion,
      humanOverride: "none",
    });
  };
  const settle = (instalment: number, instalments: number, part: bigint, by: string) => {
    const extra = instalment === 1 ? added : 0n;
    story.act("owner", signPaid, {
      taxYear,
      instalment,
      instalments,
      tax: String(part),
      surcharge: String(extra),
      total: String(part + extra),
      paidOn: dayOf(story.now),
      due: by,
      method: random.pick(["counter", "transfer", "qr", "qr"]),
    });
  };
  if (ground) {
    story.wait(1, 10);
    addSurcharge(ground, 0);
  }
  if (random.chance(0.2)) {
    story.now = Math.max(story.now, dayStart(due) + 2 * DAY);
    story.office(0, 2 * 24 * 60);
    const overdue = { taxYear, purpose: "overdue", by: "message", due } as const;
    story.act("officer", reminderSent, overdue);
    story.office(24 * 60, 40 * 24 * 60);
    addSurcharge("paidLate", monthsLate(due, dayOf(story.now)));
    story.wait(5, 30);
    return settle(1, 1, tax, due);
  }
  story.office(60, 9 * 24 * 60);
  if (tax < INSTALMENTS_FROM || random.chance(0.3)) return settle(1, 1, tax, due);
  const third = tax / 3n;
  settle(1, 3, third, due);
  for (const instalment of [2, 3]) {
    const by = dayOf(dayStart(due) + (instalment - 1) * MONTH);
    story.now = dayStart(by) - random.between(2, 6) * DAY + 3 * HOUR;
    settle(instalment, 3, instalment === 3 ? tax - 2n * third : third, by);
  }
}

function sign(story: Story) {
  const { random } = story;
  story.office(0, 60);
  const seen = register(story);
  if (random.chance(0.12)) {
    story.office(24 * 60, 7 * 24 * 60);
    const ground = random.pick([
      "insideBuilding",
      "religiousOrCharity",
      "ownProduce",
      "association",
      "occasion",
    ]);
    story.act("officer", signExempted, {
      taxYear: seen.taxYear,
      ground,
      ruleVersion,
      humanOverride: "confirmed",
    });
    return;
  }
  const ground = file(story, seen);
  const { tax, due } = assess(story, seen);
  pay(story, seen.taxYear, tax, due, ground);
}

export const days = play("th.go.sathit-city.sign-tax", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    for (let n = random.between(2, 7); n > 0; n--) {
      sign(stage.story(`sign-${id}-${n}`, start + random.between(8 * HOUR, 15 * HOUR)));
    }
  });
});
