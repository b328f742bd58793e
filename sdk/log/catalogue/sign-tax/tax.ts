/**
 * Sign tax as the Sign Tax Act B.E. 2510 (with its schedule as amended in B.E. 2534) and the Ministerial Regulation on
 * the Rates of Sign Tax B.E. 2563 have it. Pure: anyone can recompute an assessment from what the log says.
 */

/** Rates of the ministerial regulation, version of this reading of it. Rises when a result could be another. */
export const SIGN_TAX_RULE = "sign-tax-2563/1";

export type SignClass = "thaiOnly" | "thaiWithOther" | "withoutThai";

/** Satang for each 500 cm². (a) moving or changing signs, (b) others. */
const rates: Readonly<Record<SignClass, { readonly changing: bigint; readonly still: bigint }>> = {
  thaiOnly: { changing: 1_000n, still: 500n },
  thaiWithOther: { changing: 5_200n, still: 2_600n },
  withoutThai: { changing: 5_200n, still: 5_000n },
};

const UNIT_CM2 = 500;
/** 200 baht a sign and year. */
const LEAST = 20_000n;

export interface SignTaxInput {
  readonly signClass: SignClass;
  /** whether text or picture moves or changes */
  readonly changing: boolean;
  readonly areaCm2: number;
  /** periods of three months left of the year, the one in which the sign was put up included: 1 to 4 */
  readonly quarters: number;
}

export interface SignTax {
  /** 500 cm² each: what remains counts as one when it is more than half of one, else as none */
  readonly units: number;
  readonly rate: bigint;
  readonly isLeast: boolean;
  /** satang; always exact, since a quarter of every rate and of the least tax is a whole number of satang */
  readonly tax: bigint;
}

/**
 * The tax of one sign and year. The least tax is that of a whole year; for a sign put up within the year it falls with
 * the quarters, as the tax does.
 */
export function signTax({ signClass, changing, areaCm2, quarters }: SignTaxInput): SignTax {
  const units = Math.floor(areaCm2 / UNIT_CM2) + (areaCm2 % UNIT_CM2 > UNIT_CM2 / 2 ? 1 : 0);
  const rate = rates[signClass][changing ? "changing" : "still"];
  const ofYear = rate * BigInt(units);
  const isLeast = ofYear < LEAST;
  return { units, rate, isLeast, tax: ((isLeast ? LEAST : ofYear) * BigInt(quarters)) / 4n };
}

/** Section 25: what is added, by ground, in basis points of the tax; for late payment of each month or part of one. */
export const surchargeRates = {
  /** no form in time, but before the officer asked for it */
  filedLate: 500,
  /** no form in time */
  notFiled: 1_000,
  /** of the tax by which the form was too low */
  understated: 1_000,
  /** not paid in time */
  paidLate: 200,
} as const;

export type SurchargeGround = keyof typeof surchargeRates;

/** The surcharge in satang; parts of a satang are dropped. `months` counts for late payment only. */
export function surcharge(ground: SurchargeGround, base: bigint, months: number): bigint {
  const times = ground === "paidLate" ? BigInt(months) : 1n;
  return (base * BigInt(surchargeRates[ground]) * times) / 10_000n;
}

/**
 * Months that a payment is late, each month begun counting as one: from the day after `due` to the day of payment, both
 * `2026-11-24`. 0 when it is not late.
 */
export function monthsLate(due: string, paidOn: string): number {
  if (paidOn <= due) return 0;
  const [dueYear = 0, dueMonth = 0, dueDay = 0] = due.split("-").map(Number);
  const [year = 0, month = 0, day = 0] = paidOn.split("-").map(Number);
  return (year - dueYear) * 12 + (month - dueMonth) + (day > dueDay ? 1 : 0);
}
