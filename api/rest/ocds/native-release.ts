import { awardOf, contractOf } from "./contract.ts";
import { nativeOcid } from "./identifiers.ts";
import type { NativeEvent, NativeProject } from "./native-query.ts";
import { baht, distinct, documentOf, filled, mergeParties, supplierParty } from "./parts.ts";
import { tagsOf } from "./tags.ts";

const AGENCY = "TH-PRONGSAI-AGENCY";

/** One release of a project: at which block, when, and what its events were. */
export interface Moment {
  readonly block: number;
  readonly timestamp: string;
  readonly events: readonly string[];
}

/** The blocks that changed a project, newest first as its events are. */
export function momentsOf(events: readonly NativeEvent[]): Moment[] {
  const blocks = Map.groupBy(events, ({ provenance }) => provenance.block);
  return [...blocks].map(([block, list]) => ({
    block,
    timestamp: list[0]!.provenance.timestamp,
    events: list.map(({ name }) => name),
  }));
}

export const releaseId = (ocid: string, { block }: Moment): string => `${ocid}-${block}`;

export interface Telling {
  readonly origin: string;
  readonly prefix: string;
}

/**
 * A project as it stood after its last change, as an OCDS release: planning (budget and lines), awards and contracts
 * (commitments with amendments and milestones), implementation (payments).
 *
 * @param compiled whether it is a record's compiled release instead of one of its releases
 */
export function nativeRelease(project: NativeProject, { origin, prefix }: Telling, compiled = false) {
  const ocid = nativeOcid(prefix, project.code);
  const [moment] = momentsOf(project.events.nodes);
  const { agency, brief, title, description, lines } = project;
  const code = String(agency.code).padStart(5, "0");
  const buyer = { id: `${AGENCY}-${code}`, name: agency.nameTh };
  const told = { origin, buyer };
  const commitments = project.commitments.nodes;
  const paid = commitments.some((one) => one.disbursements.nodes.some(({ paidAt }) => paidAt !== null));
  return {
    ocid,
    id: compiled ? `${ocid}-compiled` : releaseId(ocid, moment!),
    date: moment!.timestamp,
    tag: compiled ? ["compiled"] : tagsOf(moment!.events),
    initiationType: "tender",
    language: "th",
    parties: mergeParties([
      {
        ...buyer,
        identifier: { scheme: AGENCY, id: code, legalName: agency.nameTh },
        address: { region: `TH-${agency.province}`, countryName: "ไทย" },
        roles: ["buyer", "procuringEntity", ...(paid ? ["payer"] : [])],
      },
      ...commitments.flatMap(({ supplier }) => (supplier ? [supplierParty(supplier)] : [])),
    ]),
    buyer,
    planning: {
      ...(description && { rationale: description.th }),
      budget: {
        id: project.code,
        ...(title && { project: title.th, description: title.th }),
        projectID: project.code,
        uri: `${origin}/p/${project.code}`,
        amount: baht(project.totals.current),
        ...filled(
          "budgetBreakdown",
          lines.nodes.map((line) => ({
            id: line.lineId,
            description: `${line.fundSource} ${line.expenseType} ${line.fiscalYear}`,
            amount: baht(line.counters.current),
            uri: `${origin}/v1/lines/${line.lineId}`,
            period: fiscalPeriod(line.fiscalYear),
            sourceParty: buyer,
          })),
        ),
      },
      ...filled(
        "documents",
        distinct(brief ? [documentOf(brief, "procurementPlan", title?.th ?? project.code, origin)] : []),
      ),
    },
    ...filled(
      "awards",
      commitments.map((one) => awardOf(one, told)),
    ),
    ...filled(
      "contracts",
      commitments.map((one) => contractOf(one, told)),
    ),
  };
}

/** 1 October (BE − 1) to 30 September, Bangkok time. */
function fiscalPeriod(year: number) {
  const ends = year - 543;
  return { startDate: `${ends - 1}-10-01T00:00:00+07:00`, endDate: `${ends}-09-30T23:59:59+07:00` };
}
