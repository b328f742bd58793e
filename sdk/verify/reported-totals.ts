import type { FoldedProject } from "../import/index.ts";
import { isSelected } from "../import/selection.ts";
import type { ReportedSelection } from "../import/selection.ts";
import type { ReadProject } from "./read-files.ts";

/** Sums over reported projects: a project's budget counts once, each agreed price counts. Money in satang, as text. */
export interface ReportedSums {
  readonly count: number;
  readonly contracts: number;
  readonly budget: string;
  readonly reference: string;
  readonly agreed: string;
}

const sum = (values: readonly (bigint | null)[]) =>
  String(values.reduce<bigint>((total, value) => total + (value ?? 0n), 0n));

function sumsOf(projects: readonly FoldedProject[]): ReportedSums {
  const contracts = projects.flatMap((project) => project.contracts);
  return {
    count: projects.length,
    contracts: contracts.length,
    budget: sum(projects.map(({ budgetSatang }) => budgetSatang)),
    reference: sum(projects.map(({ referenceSatang }) => referenceSatang)),
    agreed: sum(contracts.map(({ agreedSatang }) => agreedSatang)),
  };
}

/** Adds up the projects that are meant, of all that stand in files (`readFiles`). */
export function sumReported(projects: readonly ReadProject[], selection: ReportedSelection): ReportedSums {
  const meant = projects.filter(({ project, format }) => isSelected(project, format, selection));
  return sumsOf(meant.map(({ project }) => project));
}
