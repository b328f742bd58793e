import { kindsIn, kindsInNumber } from "../../log/personal-data/index.ts";
import type { PersonalDataKind } from "../../log/personal-data/index.ts";
import { isJuristic, isJuristicTaxId, juristicNameOnly } from "../juristic.ts";
import { holdsPeople } from "../people-fields.ts";
import { isCitizenNumber, withholdNumbers, withholdPersons } from "../personal-data.ts";
import { WITHHELD } from "../withheld.ts";
import { beginsAsPerson } from "../person-names.ts";
import { RowProblem } from "../row.ts";
import { isObject, objectAt, textAt } from "./json.ts";
import type { JsonObject } from "./json.ts";

/** Members that describe people wherever they stand (OCDS core, and extensions on people and beneficial owners). */
const PEOPLE = new Set([
  "contactPoint",
  "contactPoints",
  "person",
  "persons",
  "people",
  "beneficialOwners",
  "shareholders",
  "email",
  "telephone",
  "faxNumber",
  "mobile",
]);

/** Members whose value is an organisation, or a list of organisations, that may be a natural person. */
const SUPPLIERS = new Set([
  "suppliers",
  "tenderers",
  "payee",
  "receiverOrganization",
  "candidates",
  "enquirers",
  "bidders",
  "subcontractors",
  "author",
]);
const PUBLIC_ROLES = new Set([
  "buyer",
  "procuringEntity",
  "funder",
  "payer",
  "reviewBody",
  "centralPurchasingBody",
]);

/** Registers that hold organisations only (org-id.guide). */
const ORGANISATION_REGISTERS =
  /^(?:GB-(?:COH|CHC|LAC|LAE|GOR|EDU|NHS)|TH-(?:DBD|JPN|GOV)|[A-Z]{2}-(?:COH|CRO|ROC))$/;

/** Words of the standard and dates, which name nobody; everything else may. */
const NOT_PROSE = new Set(["date", "tag", "scheme", "currency", "uri", "url"]);
/** Numbers of agencies are often ten digits and begin with the ministry's two (08 and 09 among them), as mobile numbers do. */
const NO_AGENCY_NUMBER: ReadonlySet<PersonalDataKind> = new Set(["citizenNumber", "email"]);
/** From here on a number of a member that holds people may be a telephone or a card; smaller ones count something. */
const COUNTS_END = 1_000_000;
const MAX_DEPTH = 64;
const NOT_TEXT = new RegExp("[\\0\\ufffe\\uffff]");

function wellFormed(text: string): string {
  if (!text.isWellFormed() || NOT_TEXT.test(text)) throw new RowProblem("UTF8_BROKEN");
  return text;
}

function safeText(raw: string, member: string, isOfAgency = false): string {
  const text = wellFormed(raw);
  if (NOT_PROSE.has(member)) return withholdNumbers(text);
  if (isOfAgency && member === "id") return withholdNumbers(text, NO_AGENCY_NUMBER);
  return withholdPersons(text);
}

/** Amounts from 66 thousand million baht look like mobile numbers; other numbers that do are ones. */
function safeNumber(number: number, member: string): number | string {
  const kinds = kindsInNumber(number);
  return kinds.length === 0 || (member === "amount" && kinds[0] === "phone") ? number : WITHHELD;
}

interface MemberName {
  readonly safe: string;
  readonly holdsPeople: boolean;
}

/** Names of members are the same few in every release: those seen lately need no second look. */
const names = new Map<string, MemberName>();
const NAMES_KEPT = 1_000;

function memberName(name: string): MemberName {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= NAMES_KEPT) names.clear();
  const isPublic = PUBLIC_ROLES.has(name) || SUPPLIERS.has(name);
  const looked = { safe: safeText(name, "name"), holdsPeople: !isPublic && holdsPeople(name) };
  names.set(name, looked);
  return looked;
}

const idsOf = (organisation: JsonObject): string[] =>
  [textAt(objectAt(organisation, "identifier"), "id"), textAt(organisation, "id")].filter(
    (id) => id !== null,
  );

/** Most ids are a bare tax number, or too short for any. */
const isPersonsId = (id: string): boolean =>
  /^\d{13}$/.test(id) ? isCitizenNumber(id) : id.length > 12 && kindsIn(id).includes("citizenNumber");

/** Whether by number or name this is surely a natural person, whatever else is said of it. */
function isPerson(organisation: JsonObject): boolean {
  if (idsOf(organisation).some(isPersonsId)) return true;
  const identifier = objectAt(organisation, "identifier");
  const named = [textAt(organisation, "name"), textAt(identifier, "legalName")];
  return named.some((name) => name !== null && beginsAsPerson(name));
}

function isKnownOrganisation(organisation: JsonObject): boolean {
  const identifier = objectAt(organisation, "identifier");
  const name = textAt(organisation, "name") ?? textAt(identifier, "legalName");
  if (name === WITHHELD || isPerson(organisation)) return false;
  const taxId =
    idsOf(organisation)
      .map((id) => id.match(/\d{13}$/)?.[0])
      .find((id) => id !== undefined) ?? null;
  if (taxId !== null || isJuristic(name, null)) return isJuristic(name, taxId);
  const scheme = textAt(identifier, "scheme");
  return scheme !== null && ORGANISATION_REGISTERS.test(scheme);
}

/** A text that names or numbers an organisation. */
const isOrganisation = (text: string) => isJuristic(text.trim(), null) || isJuristicTaxId(text.trim());

function organisationsKnown(release: JsonObject): ReadonlySet<string> {
  const parties = Array.isArray(release.parties) ? release.parties.filter(isObject) : [];
  const known = parties.filter((party) => isPublicBody(party) || isKnownOrganisation(party));
  const ids = known.map((party) => textAt(party, "id")).filter((id) => id !== null);
  return new Set(ids.filter((id) => !id.includes(WITHHELD)));
}

function isPublicBody(party: JsonObject): boolean {
  const roles = Array.isArray(party.roles) ? party.roles : [];
  const isPublic = roles.every((role) => typeof role === "string" && PUBLIC_ROLES.has(role));
  return roles.length > 0 && isPublic && !isPerson(party);
}

const nobody = { id: WITHHELD, name: WITHHELD };
/** Members of an agency that hold numbers of it. */
const IDENTIFIERS = new Set(["identifier", "additionalIdentifiers"]);

class Withholding {
  readonly #known: ReadonlySet<string>;

  constructor(release: JsonObject) {
    this.#known = organisationsKnown(release);
  }

  /** @param isOfAgency whether it is a public body, or one of its identifiers */
  value(value: unknown, member: string, depth: number, isOfAgency = false): unknown {
    if (depth > MAX_DEPTH) throw new RowProblem("JSON_BROKEN");
    if (Array.isArray(value)) return value.map((each) => this.value(each, member, depth + 1, isOfAgency));
    if (SUPPLIERS.has(member) && !isObject(value)) return this.#supplier(value);
    if (typeof value === "string") return safeText(value, member, isOfAgency);
    if (typeof value === "number") return safeNumber(value, member);
    if (!isObject(value)) return value;
    if (SUPPLIERS.has(member) && !this.#mayBeShown(value)) return nobody;
    if (PUBLIC_ROLES.has(member) && isPerson(value)) return nobody;
    const isPublic = PUBLIC_ROLES.has(member) || (member === "parties" && isPublicBody(value));
    if (member === "parties" && !isPublic && !this.#mayBeShown(value)) {
      return {
        ...nobody,
        ...(Array.isArray(value.roles) ? { roles: this.value(value.roles, "roles", depth + 1) } : {}),
      };
    }
    return this.#members(value, member, depth, isPublic || (isOfAgency && IDENTIFIERS.has(member)));
  }

  #members(value: JsonObject, member: string, depth: number, isOfAgency: boolean): JsonObject {
    const isNamedByRole = SUPPLIERS.has(member) || member === "parties";
    const entries: [string, unknown][] = [];
    for (const [name, inner] of Object.entries(value)) {
      if (PEOPLE.has(name)) continue;
      const { safe, holdsPeople } = memberName(name);
      if (holdsPeople) entries.push([safe, this.#people(inner, depth + 1)]);
      else if (isNamedByRole && typeof inner === "string" && (name === "name" || name === "legalName"))
        entries.push([safe, juristicNameOnly(wellFormed(inner))]);
      else entries.push([safe, this.value(inner, name, depth + 1, isOfAgency)]);
    }
    return Object.fromEntries(entries);
  }

  /** A supplier that is no object: the name or number of an organisation stays. */
  #supplier(value: unknown): unknown {
    if (typeof value === "number") return Math.abs(value) < COUNTS_END ? value : nobody;
    if (typeof value !== "string" || value.trim() === "") return value;
    return isOrganisation(value) ? juristicNameOnly(wellFormed(value)) : nobody;
  }

  /** What a member outside the standard says of people: organisations stay, and numbers that only count. */
  #people(value: unknown, depth: number): unknown {
    if (depth > MAX_DEPTH) throw new RowProblem("JSON_BROKEN");
    if (Array.isArray(value)) return value.map((each) => this.#people(each, depth + 1));
    if (typeof value === "number") return Math.abs(value) < COUNTS_END ? value : WITHHELD;
    if (typeof value === "string") {
      const text = wellFormed(value);
      return text.trim() === "" || isOrganisation(text) ? juristicNameOnly(text) : WITHHELD;
    }
    if (!isObject(value)) return value;
    return this.#mayBeShown(value) ? this.#members(value, "parties", depth, false) : WITHHELD;
  }

  /** By what stands here, or by the party of the same id; never when the name here is a person's. */
  #mayBeShown(organisation: JsonObject): boolean {
    if (isKnownOrganisation(organisation)) return true;
    const id = textAt(organisation, "id");
    const name = textAt(organisation, "name");
    return id !== null && this.#known.has(id) && (name === null || isJuristic(name, "0000000000000"));
  }
}

/**
 * A release without natural persons: contact points and the standard's members on people are dropped; suppliers and
 * tenderers that are not surely juristic persons become `[withheld]`, and so does what other members say of people, by
 * their names; an agency that bears a person's number or title becomes `[withheld]`. Every value, number and name of a
 * member loses citizen and telephone numbers and e-mail addresses, and names after titles. Everything else, extensions
 * included, stays. Withholding twice gives the same release.
 *
 * @throws RowProblem UTF8_BROKEN, JSON_BROKEN (nested deeper than 64), RELEASE_INCOMPLETE when the ocid is a person's
 */
export function withholdRelease(release: JsonObject): JsonObject {
  const safe = new Withholding(release).value(release, "", 0) as JsonObject;
  // Releases of different projects would become one.
  if (textAt(safe, "ocid")?.includes(WITHHELD)) throw new RowProblem("RELEASE_INCOMPLETE", "ocid");
  return safe;
}
