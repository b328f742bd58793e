import { isJuristic } from "../juristic.ts";
import { withholdNumbers, withholdPersons, WITHHELD } from "../personal-data.ts";
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

/** Identifiers and codes that are no prose; the project's own numbers can look like anything. */
const NOT_PROSE = new Set(["ocid", "id", "awardID", "date", "tag", "uri", "url", "scheme", "currency"]);
const MAX_DEPTH = 64;
const NOT_TEXT = new RegExp("[\\0\\ufffe\\uffff]");

function safeText(text: string, member: string): string {
  if (!text.isWellFormed() || NOT_TEXT.test(text)) throw new RowProblem("UTF8_BROKEN");
  if (member === "url" || member === "uri") return withholdNumbers(text);
  return NOT_PROSE.has(member) ? text : withholdPersons(text);
}

/** Names of members are the same few in every release: those seen lately need no second look. */
const safeNames = new Map<string, string>();
const NAMES_KEPT = 1_000;

function safeName(name: string): string {
  const known = safeNames.get(name);
  if (known !== undefined) return known;
  if (safeNames.size >= NAMES_KEPT) safeNames.clear();
  const safe = safeText(name, name);
  safeNames.set(name, safe);
  return safe;
}

function isKnownOrganisation(organisation: JsonObject): boolean {
  const identifier = objectAt(organisation, "identifier");
  const name = textAt(organisation, "name") ?? textAt(identifier, "legalName");
  if (name === WITHHELD) return false;
  const ids = [textAt(identifier, "id"), textAt(organisation, "id")];
  const taxId = ids.map((id) => id?.match(/\d{13}$/)?.[0]).find((id) => id !== undefined) ?? null;
  if (taxId !== null || isJuristic(name, null)) return isJuristic(name, taxId);
  const scheme = textAt(identifier, "scheme");
  return scheme !== null && ORGANISATION_REGISTERS.test(scheme);
}

function organisationsKnown(release: JsonObject): ReadonlySet<string> {
  const parties = Array.isArray(release.parties) ? release.parties.filter(isObject) : [];
  const known = parties.filter((party) => isPublicBody(party) || isKnownOrganisation(party));
  return new Set(known.map((party) => textAt(party, "id")).filter((id) => id !== null));
}

function isPublicBody(party: JsonObject): boolean {
  const roles = Array.isArray(party.roles) ? party.roles : [];
  return roles.length > 0 && roles.every((role) => typeof role === "string" && PUBLIC_ROLES.has(role));
}

const nobody = { id: WITHHELD, name: WITHHELD };

class Withholding {
  readonly #known: ReadonlySet<string>;

  constructor(release: JsonObject) {
    this.#known = organisationsKnown(release);
  }

  value(value: unknown, member: string, depth: number): unknown {
    if (depth > MAX_DEPTH) throw new RowProblem("JSON_BROKEN");
    if (typeof value === "string") return safeText(value, member);
    if (Array.isArray(value)) return value.map((each) => this.value(each, member, depth + 1));
    if (!isObject(value)) return value;
    if (SUPPLIERS.has(member) && !this.#mayBeShown(value)) return nobody;
    if (member === "parties" && !isPublicBody(value) && !this.#mayBeShown(value)) {
      return {
        ...nobody,
        ...(Array.isArray(value.roles) ? { roles: this.value(value.roles, "roles", depth + 1) } : {}),
      };
    }
    const entries: [string, unknown][] = [];
    for (const [name, inner] of Object.entries(value)) {
      if (!PEOPLE.has(name)) entries.push([safeName(name), this.value(inner, name, depth + 1)]);
    }
    return Object.fromEntries(entries);
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
 * A release without natural persons: contact points and members on people are dropped, suppliers and tenderers that are
 * not surely juristic persons become `[withheld]`, prose loses names after titles, citizen and telephone numbers and
 * e-mail addresses. Everything else, extensions included, stays. Withholding twice gives the same release.
 *
 * @throws RowProblem UTF8_BROKEN, JSON_BROKEN (nested deeper than 64)
 */
export function withholdRelease(release: JsonObject): JsonObject {
  return new Withholding(release).value(release, "", 0) as JsonObject;
}
