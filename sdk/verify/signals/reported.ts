import { agreedTotal } from "../../import/index.ts";
import type { FoldedProject } from "../../import/index.ts";
import { CONTRADICTIONS } from "../../redflags/contradiction.ts";
import { splitPurchase as splitRule } from "../../redflags/split-purchase.ts";
import type { Finding } from "./finding.ts";

/** Each of the purchases that may be pieces of one is below this, satang. */
const SPLIT_BELOW = BigInt(splitRule.parameters.find(({ name }) => name === "threshold")!.value);

const text = (value: bigint | number | null) => (value === null ? null : String(value));
const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);
const largest = (values: readonly bigint[]) => values.reduce((most, value) => (value > most ? value : most));

const keyOf = ({ key }: FoldedProject) => `${key.scheme}:${key.value}`;

const agreedOf = ({ contracts }: FoldedProject) => agreedTotal(contracts);

const priceOf = (project: FoldedProject) => agreedOf(project) ?? project.budgetSatang;

/** Members of each group; null for what belongs to none. */
function grouped<Member>(members: readonly Member[], nameOf: (member: Member) => string | null) {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const name = nameOf(member);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(member);
    else groups.set(name, [member]);
  }
  return groups;
}

/** A group's name out of its parts; null where a part is not known. */
const named = (...parts: readonly (string | number | null)[]) =>
  parts.includes(null) ? null : JSON.stringify(parts);

type Projects = readonly FoldedProject[];
type Look = (projects: Projects) => Finding[];

/** A rule that looks at one project alone. */
const alone =
  (inputs: (project: FoldedProject) => Finding["inputs"]): Look =>
  (projects) =>
    projects.map((project) => ({ about: keyOf(project), inputs: inputs(project) }));

function splitPurchase(projects: Projects): Finding[] {
  const small = projects.flatMap((project) => {
    const price = priceOf(project);
    return price !== null && price < SPLIT_BELOW ? [{ project, price }] : [];
  });
  const groups = grouped(small, ({ project: { agency, title, transactionOn } }) =>
    named(agency, title, transactionOn?.slice(0, 7) ?? null),
  );
  return [...groups.values()].flatMap((members) => {
    const prices = members.map(({ price }) => price);
    return members.map(({ project }) => ({
      about: keyOf(project),
      inputs: {
        agencyName: project.agency,
        title: project.title,
        month: project.transactionOn?.slice(0, 7) ?? null,
        count: text(members.length),
        largest: text(largest(prices)),
        total: text(total(prices)),
      },
    }));
  });
}

function duplicateTitle(projects: Projects): Finding[] {
  const dated = projects.filter(({ fiscalYear }) => fiscalYear !== null);
  const groups = grouped(dated, ({ agency, title }) => named(agency, title));
  return [...groups.values()].flatMap((members) =>
    members.map((project) => ({
      about: keyOf(project),
      inputs: {
        agencyName: project.agency,
        title: project.title,
        years: text(new Set(members.map(({ fiscalYear }) => fiscalYear)).size),
        count: text(members.length),
      },
    })),
  );
}

function septemberRush(projects: Projects): Finding[] {
  const agreed = projects.flatMap((project) => {
    const price = agreedOf(project);
    return price === null || project.transactionOn === null ? [] : [{ project, price }];
  });
  const groups = grouped(agreed, ({ project: { agency, fiscalYear } }) => named(agency, fiscalYear));
  return [...groups.values()].map((members) => {
    const { agency, fiscalYear } = members[0]!.project;
    const isLate = ({ project }: (typeof members)[number]) => project.transactionOn?.slice(5, 7) === "09";
    const sumOf = (some: typeof members) => text(total(some.map(({ price }) => price)));
    return {
      about: `${agency}|${fiscalYear}`,
      inputs: {
        agencyName: agency,
        fiscalYear: text(fiscalYear),
        count: text(members.length),
        september: sumOf(members.filter(isLate)),
        total: sumOf(members),
      },
    };
  });
}

function supplierShare(projects: Projects): Finding[] {
  const awarded = projects.flatMap(({ agency, fiscalYear, contracts }) =>
    contracts.flatMap(({ agreedSatang, suppliers }) =>
      agreedSatang === null
        ? []
        : [{ agency, fiscalYear, agreed: agreedSatang, supplier: suppliers[0]?.taxId ?? null }],
    ),
  );
  const sumOf = (contracts: typeof awarded) => text(total(contracts.map(({ agreed }) => agreed)));
  const units = grouped(awarded, ({ agency, fiscalYear }) => named(agency, fiscalYear));
  return [...units.values()].flatMap((contracts) => {
    const { agency, fiscalYear } = contracts[0]!;
    return [...grouped(contracts, ({ supplier }) => supplier)].map(([supplier, own]) => ({
      about: `${agency}|${fiscalYear}|${supplier}`,
      inputs: {
        agencyName: agency,
        fiscalYear: text(fiscalYear),
        supplier,
        count: text(contracts.length),
        share: sumOf(own),
        total: sumOf(contracts),
      },
    }));
  });
}

const looks: Readonly<Record<string, Look>> = {
  "just-under-threshold": alone((project) => ({ price: text(priceOf(project)) })),
  "agreed-above-budget": alone((project) => ({
    agreed: text(agreedOf(project)),
    budget: text(project.budgetSatang),
  })),
  "agreed-above-reference": alone((project) => ({
    agreed: text(agreedOf(project)),
    reference: text(project.referenceSatang),
  })),
  contradiction: alone(({ rows }) => {
    const codes = rows.flatMap(({ flags }) => flags.map(({ code }) => code as string));
    const [note = null] = codes.filter((code) => CONTRADICTIONS.includes(code)).toSorted();
    return { note };
  }),
  "split-purchase": splitPurchase,
  "duplicate-title": duplicateTitle,
  "september-rush": septemberRush,
  "supplier-share": supplierShare,
};

/**
 * What a rule over reported data looks at, made anew from what the files state; the rule's own function says of which it
 * holds. Subjects are `scheme:number` of a project, or agency, year and supplier with `|` between them.
 *
 * @param projects all that count
 */
export function reportedFindings(rule: string, projects: Projects): readonly Finding[] {
  return looks[rule]?.(projects) ?? [];
}
