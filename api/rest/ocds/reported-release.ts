import { createHash } from "node:crypto";
import { reportedOcid } from "./identifiers.ts";
import type { Telling } from "./native-release.ts";
import { baht, filled, mergeParties, supplierParty } from "./parts.ts";
import type { ReportedContract, ReportedProject } from "./reported-query.ts";

/** Closed codelist method, by the words of the Procurement Act B.E. 2560, section 55. */
const METHODS = [
  ["ประกาศเชิญชวน", "open"],
  ["คัดเลือก", "selective"],
  ["เฉพาะเจาะจง", "direct"],
] as const;

/** The source may name all methods in one text, which says nothing of the one that was used. */
export function methodOf(text: string | null): string | undefined {
  const named = METHODS.filter(([words]) => text?.includes(words));
  return named.length === 1 ? named[0]![1] : undefined;
}

/** Closed codelist procurementCategory. */
function categoryOf(type: string | null): string | undefined {
  if (!type) return undefined;
  if (/ก่อสร้าง/.test(type)) return "works";
  if (/ซื้อ/.test(type)) return "goods";
  return /จ้าง|เช่า/.test(type) ? "services" : undefined;
}

/** Dates of the source have no time of day: the day's beginning in Bangkok. */
const day = (date: string): string => `${date}T00:00:00+07:00`;

/** Many agencies share a name, and the source may give no code: then the name itself is all that there is. */
function buyerOf({ agencyCode, agencyName }: ReportedProject) {
  const name = agencyName ?? "ไม่ระบุหน่วยงาน";
  const key = agencyCode ?? createHash("sha256").update(name).digest("hex").slice(0, 16);
  return { id: `TH-EGP-AGENCY-${key}`, name };
}

const supplierOf = ({ name, taxId }: ReportedContract["suppliers"][number]) =>
  taxId
    ? supplierParty(taxId, name)
    : {
        id: `TH-NAME-${createHash("sha256")
          .update(name ?? "")
          .digest("hex")
          .slice(0, 16)}`,
        name: name ?? "",
        roles: ["supplier"],
      };

function awarded(project: ReportedProject, contract: ReportedContract, index: number) {
  const id = contract.number ?? String(index + 1);
  const date = contract.signedOn ?? project.transactionOn;
  const value = contract.agreed === null ? {} : { value: baht(contract.agreed) };
  const award = {
    id: `award-${id}`,
    ...(project.title && { title: project.title }),
    status: "active",
    ...(date && { date: day(date) }),
    ...value,
    ...filled(
      "suppliers",
      contract.suppliers.map(supplierOf).map(({ id, name }) => ({ id, ...(name && { name }) })),
    ),
  };
  const signed = {
    id,
    awardID: award.id,
    ...(contract.status && { description: contract.status }),
    ...value,
    ...(contract.signedOn && { dateSigned: day(contract.signedOn) }),
    ...(contract.endsOn && { period: { endDate: day(contract.endsOn) } }),
  };
  return { award, signed };
}

/** A project as another publisher reports it, as an OCDS release: nothing is added to what the source says. */
export function reportedRelease(project: ReportedProject, { origin, prefix }: Telling, compiled = false) {
  const ocid = reportedOcid(prefix, project.scheme, project.number);
  const buyer = buyerOf(project);
  const found = project.contracts.map((contract, index) => awarded(project, contract, index));
  const method = methodOf(project.methodGroup ?? project.method);
  const category = categoryOf(project.type);
  const stages = ["planning", "tender", ...(found.length > 0 ? ["award", "contract"] : [])];
  return {
    ocid,
    id: compiled ? `${ocid}-compiled` : `${ocid}-${project.reportedId}`,
    date: project.batch.retrievedAt,
    tag: compiled ? ["compiled"] : stages,
    initiationType: "tender",
    language: "th",
    parties: mergeParties([
      {
        ...buyer,
        ...(project.province && { address: { region: project.province, countryName: "ไทย" } }),
        roles: ["buyer", "procuringEntity"],
      },
      ...project.contracts.flatMap(({ suppliers }) => suppliers.map(supplierOf)),
    ]),
    buyer,
    planning: {
      budget: {
        id: project.number,
        ...(project.title && { project: project.title }),
        projectID: project.number,
        uri: `${origin}/v1/reported-projects/${project.reportedId}`,
        ...(project.budget !== null && { amount: baht(project.budget) }),
        ...(project.fiscalYear && { description: `ปีงบประมาณ ${project.fiscalYear}` }),
      },
    },
    tender: {
      id: project.number,
      ...(project.title && { title: project.title }),
      ...(found.length > 0 && { status: "complete" }),
      ...(project.reference !== null && { value: baht(project.reference) }),
      ...(method && { procurementMethod: method }),
      ...(project.method && { procurementMethodDetails: project.method }),
      ...(category && { mainProcurementCategory: category }),
      ...(project.announcedOn && { tenderPeriod: { startDate: day(project.announcedOn) } }),
      procuringEntity: buyer,
    },
    ...filled(
      "awards",
      found.map(({ award }) => award),
    ),
    ...filled(
      "contracts",
      found.map(({ signed }) => signed),
    ),
  };
}
