import type { ImportFlag, ReportedContract } from "../model.ts";
import { RowProblem } from "../row.ts";
import { fingerprint, SeenKeys } from "../seen-keys.ts";
import type { EgpProject } from "./row.ts";

/** The project's fields in one text, to compare what two rows say of one project. */
function projectText(project: EgpProject): string {
  const { title, type, agency, subAgency, method, methodGroup, announcedOn, fiscalYear, status } = project;
  const { province, district, subdistrict, budgetSatang, referenceSatang } = project;
  return JSON.stringify([
    [title, type, agency, subAgency, method, methodGroup, announcedOn, fiscalYear, status],
    [province, district, subdistrict, String(budgetSatang), String(referenceSatang)],
  ]);
}

function contractText(project: EgpProject, contract: ReportedContract | undefined): string {
  const code = project.key.value;
  if (contract?.id) return JSON.stringify([code, "number", contract.id]);
  const { agreedSatang = null, signedOn, endsOn, status, suppliers, suppliersWithheld } = contract ?? {};
  const parts = [String(agreedSatang), signedOn, endsOn, status, suppliers, suppliersWithheld];
  return JSON.stringify([code, parts, project.transactionOn, project.extra]);
}

/**
 * What a row means beside the earlier rows of its file: several rows of one project are its contracts, and the first
 * row's fields stand; the same contract twice is no second contract. A contract is known by its number; without one, by
 * everything the row says of it except the row's own number. Where a natural person was withheld and there is no
 * contract number, sameness cannot be told, so the row counts and bears a flag.
 */
export class EgpRepeats {
  readonly #projects = new SeenKeys();
  readonly #contracts = new SeenKeys();

  /** @throws RowProblem CONTRACT_TWICE */
  place(project: EgpProject): EgpProject {
    const { line } = project;
    const flags: ImportFlag[] = [...project.flags];
    const contract = project.contracts[0];
    const same = this.#contracts.firstSeen(contractText(project, contract), line);
    if (same) {
      const uncertain = contract !== undefined && contract.id === null && contract.suppliersWithheld > 0;
      if (!uncertain) throw new RowProblem("CONTRACT_TWICE", null, String(same.line));
      flags.push({ code: "POSSIBLY_SAME_CONTRACT", inputs: { firstLine: String(same.line) } });
    }
    const [tag] = fingerprint(projectText(project));
    const first = this.#projects.firstSeen(project.key.value, line, tag);
    if (first && first.tag !== tag) {
      flags.push({ code: "PROJECT_FIELDS_DIFFER", inputs: { firstLine: String(first.line) } });
    }
    return { ...project, repeat: first !== null, flags };
  }
}
