import { canonicalJson } from "../../canonical-json.ts";
import type { Json } from "../../canonical-json.ts";
import { toIsoDate } from "../../calendar-date.ts";
import { ProngsaiError } from "../../errors.ts";
import { parseBaht } from "../../money.ts";
import { parseDate } from "../../thai-date.ts";
import { contradictions } from "../contradictions.ts";
import type { ImportFlag, ReportedContract, ReportedProject, ReportedSupplier } from "../model.ts";
import { WITHHELD } from "../withheld.ts";
import { RowProblem } from "../row.ts";
import { objectAt, objectsAt, textAt } from "./json.ts";
import type { JsonObject } from "./json.ts";

const MAX_AMOUNT = 2n ** 63n - 1n;

/** Members of a release in OCDS 1.0 and 1.1. */
const CORE = new Set(
  "ocid id date tag initiationType parties buyer planning tender awards contracts language relatedProcesses".split(
    " ",
  ),
);

type Flags = ImportFlag[];

/** What an id points to; nothing when it is withheld and could be one of several. */
function withId(all: readonly JsonObject[], id: string | null): JsonObject {
  if (id === null) return {};
  const [first, ...others] = all.filter((each) => textAt(each, "id") === id);
  return first === undefined || (others.length > 0 && id.includes(WITHHELD)) ? {} : first;
}

/** Satang of `{ amount, currency }`; null with a flag when it is not in baht. @throws RowProblem */
function satang(value: JsonObject, member: string, flags: Flags): bigint | null {
  const amount = value.amount;
  if (amount === undefined || amount === null) return null;
  const text = typeof amount === "number" ? plain(amount) : String(amount).trim();
  const currency = textAt(value, "currency") ?? "";
  if (currency !== "THB") {
    flags.push({
      code: "CURRENCY_NOT_BAHT",
      inputs: {
        member,
        amount: text.slice(0, 40).toWellFormed(),
        currency: currency.slice(0, 10).toWellFormed(),
      },
    });
    return null;
  }
  try {
    const read = parseBaht(text);
    if (read <= MAX_AMOUNT) return read;
  } catch (error) {
    if (!(error instanceof ProngsaiError)) throw error;
    if (error.code === "MONEY_NEGATIVE") throw new RowProblem("NUMBER_NEGATIVE", member);
    if (error.code === "MONEY_TOO_PRECISE") throw new RowProblem("NUMBER_TOO_PRECISE", member);
  }
  throw new RowProblem("NUMBER_UNREADABLE", member);
}

/** A number as digits without exponent; exact as far as JSON's numbers are. */
function plain(amount: number): string {
  if (Math.abs(amount) < 1e21 && String(amount).includes("e"))
    return amount.toFixed(20).replace(/\.?0+$/, "");
  return String(amount);
}

/** ISO date in Bangkok. @throws RowProblem */
function isoDate(value: JsonObject, name: string, member: string): string | null {
  const text = textAt(value, name);
  if (text === null) return null;
  try {
    return toIsoDate(parseDate(text));
  } catch (error) {
    if (error instanceof ProngsaiError) throw new RowProblem("DATE_UNREADABLE", member);
    throw error;
  }
}

/** A tax number, or a register's code before the number (GB-COH-09506232); any other id means something in its release only. */
const REGISTERED = /^(?:0\d{12}|[A-Z]{2}-[A-Z0-9]+-.+)$/;

function suppliersOf(release: JsonObject, holders: readonly JsonObject[]) {
  const references =
    holders.map((holder) => objectsAt(holder, "suppliers")).find((list) => list.length > 0) ?? [];
  const shown = references.filter((reference) => textAt(reference, "name") !== WITHHELD);
  const suppliers = shown.map((reference): ReportedSupplier => {
    const id = textAt(reference, "id");
    const party = withId(objectsAt(release, "parties"), id);
    const own = objectAt(reference, "identifier");
    const identifier = textAt(own, "id") === null ? objectAt(party, "identifier") : own;
    const [scheme, number] = [textAt(identifier, "scheme"), textAt(identifier, "id")];
    const isTaxNumber = number !== null && /^0\d{12}$/.test(number);
    const local = id !== null && REGISTERED.test(id) ? id : null;
    const taxId = number === null ? local : isTaxNumber || scheme === null ? number : `${scheme}:${number}`;
    return { name: textAt(reference, "name") ?? textAt(party, "name"), taxId };
  });
  return { suppliers, suppliersWithheld: references.length - shown.length };
}

const REFUSED_AWARDS = new Set(["unsuccessful", "cancelled"]);

function contractsOf(release: JsonObject, flags: Flags): ReportedContract[] {
  const awards = objectsAt(release, "awards");
  const contracts = objectsAt(release, "contracts");
  const awardId = (contract: JsonObject) => textAt(contract, "awardID") ?? textAt(contract, "awardId");
  const fromContracts = contracts.map((contract, index): ReportedContract => {
    const award = withId(awards, awardId(contract));
    const isOnly = contracts.filter((each) => awardId(each) === awardId(contract)).length === 1;
    const value = objectAt(contract, "value");
    return {
      id: textAt(contract, "id"),
      awardId: awardId(contract),
      agreedSatang:
        value.amount === undefined && isOnly
          ? satang(objectAt(award, "value"), "awards.value", flags)
          : satang(value, "contracts.value", flags),
      signedOn: isoDate(contract, "dateSigned", `contracts/${index}/dateSigned`),
      endsOn: isoDate(objectAt(contract, "period"), "endDate", `contracts/${index}/period/endDate`),
      status: textAt(contract, "status"),
      ...suppliersOf(release, [contract, award]),
    };
  });
  const contracted = new Set(contracts.map(awardId));
  const fromAwards = awards
    .filter(
      (award) => !contracted.has(textAt(award, "id")) && !REFUSED_AWARDS.has(textAt(award, "status") ?? ""),
    )
    .map((award): ReportedContract => ({
      id: textAt(award, "id"),
      awardId: textAt(award, "id"),
      agreedSatang: satang(objectAt(award, "value"), "awards.value", flags),
      signedOn: null,
      endsOn: isoDate(objectAt(award, "contractPeriod"), "endDate", "awards/contractPeriod/endDate"),
      status: textAt(award, "status"),
      ...suppliersOf(release, [award]),
    }));
  return [...fromContracts, ...fromAwards];
}

/** @throws RowProblem RELEASE_INCOMPLETE */
function required(release: JsonObject, member: string): string {
  const text = textAt(release, member);
  if (text === null || text.length > 500) throw new RowProblem("RELEASE_INCOMPLETE", member);
  return text;
}

function tagsOf(release: JsonObject): string[] {
  const tags = Array.isArray(release.tag) ? release.tag : [release.tag];
  const texts = tags.filter((tag): tag is string => typeof tag === "string" && tag !== "");
  if (texts.length === 0 || texts.length < tags.length) throw new RowProblem("RELEASE_INCOMPLETE", "tag");
  return texts;
}

function extraOf(release: JsonObject): Record<string, string> {
  const members = Object.entries(release).filter(([name]) => !CORE.has(name));
  return Object.fromEntries(members.map(([name, value]) => [name, canonicalJson(value as Json)]));
}

/** The agency: the buyer, else the procuring entity; 1.1 describes them in `parties`, 1.0 in place. */
function agencyOf(release: JsonObject, tender: JsonObject) {
  const buyer = objectAt(release, "buyer");
  const entity = objectAt(tender, "procuringEntity");
  const agency = (textAt(buyer, "name") ?? textAt(buyer, "id")) ? buyer : entity;
  const id = textAt(agency, "id");
  const party = withId(objectsAt(release, "parties"), id);
  const address = Object.keys(objectAt(party, "address")).length > 0 ? party : agency;
  const place = objectAt(address, "address");
  const sub = textAt(entity, "name");
  const name = textAt(agency, "name") ?? textAt(party, "name");
  return {
    agency: name,
    agencyCode: id ?? textAt(objectAt(agency, "identifier"), "id"),
    subAgency: sub !== name ? sub : null,
    province: textAt(place, "region"),
    district: textAt(place, "locality"),
  };
}

function titleOf(release: JsonObject, tender: JsonObject, planning: JsonObject): string | null {
  const budget = objectAt(planning, "budget");
  const firsts = [...objectsAt(release, "awards"), ...objectsAt(release, "contracts")];
  const title = textAt(tender, "title") ?? textAt(planning, "project") ?? textAt(budget, "project");
  return (
    title ??
    textAt(budget, "description") ??
    firsts.map((each) => textAt(each, "title")).find(Boolean) ??
    null
  );
}

export type OcdsProject = Omit<ReportedProject, "leaf" | "repeat">;

/**
 * A release's normal form; the release must have gone through `withholdRelease`. `line` is its number in the source,
 * `withheld` whether something was taken out of it.
 *
 * @throws RowProblem
 */
export function readRelease(release: JsonObject, line: number, withheld: boolean): OcdsProject {
  const ocid = required(release, "ocid");
  const date = required(release, "date");
  const transactionOn = isoDate(release, "date", "date");
  const flags: Flags = [];
  const planning = objectAt(release, "planning");
  const tender = objectAt(release, "tender");
  const project = {
    kind: "reported",
    line,
    key: { scheme: "ocid", value: ocid },
    sequence: null,
    release: { ocid, id: required(release, "id"), date, tags: tagsOf(release) },
    title: titleOf(release, tender, planning),
    type: textAt(tender, "mainProcurementCategory"),
    ...agencyOf(release, tender),
    method: textAt(tender, "procurementMethodDetails"),
    methodGroup: textAt(tender, "procurementMethod"),
    announcedOn: isoDate(objectAt(tender, "tenderPeriod"), "startDate", "tender/tenderPeriod/startDate"),
    transactionOn,
    budgetSatang: satang(objectAt(objectAt(planning, "budget"), "amount"), "planning.budget.amount", flags),
    referenceSatang: satang(objectAt(tender, "value"), "tender.value", flags),
    fiscalYear: null,
    subdistrict: null,
    status: textAt(tender, "status"),
    contracts: contractsOf(release, flags),
    extra: extraOf(release),
  } as const;
  const note: Flags = withheld ? [{ code: "PERSONAL_DATA_WITHHELD", inputs: {} }] : [];
  return { ...project, flags: [...contradictions(project), ...flags, ...note] };
}
