import type { ReportedContract, ReportedProject } from "./model.ts";

type Fields = Omit<ReportedProject, "contracts" | "flags" | "leaf" | "repeat" | "kind">;

/** A reported project as its rows make it together. */
export interface FoldedProject extends Fields {
  readonly contracts: readonly ReportedContract[];
  /** The rows it was made of, in file order, each with its own flags. */
  readonly rows: readonly ReportedProject[];
}

function fieldsOf({ contracts, flags, leaf, repeat, kind, ...fields }: ReportedProject): Fields {
  void [contracts, flags, leaf, repeat, kind];
  return fields;
}

function byDate(rows: readonly ReportedProject[]): ReportedProject[] {
  const time = ({ release }: ReportedProject) => Date.parse(release?.date ?? "") || 0;
  return [...rows].sort((a, b) => time(a) - time(b) || a.line - b.line);
}

/** Later releases state only what they change: the later non-null value stands. */
function laterWins(rows: readonly ReportedProject[]): Fields {
  const [first, ...others] = rows.map(fieldsOf);
  return others.reduce((merged, fields) => {
    const stated = Object.entries(fields).filter(([, value]) => value !== null);
    return { ...merged, ...Object.fromEntries(stated), extra: { ...merged.extra, ...fields.extra } };
  }, first!);
}

/** Contracts by id, the later standing; an award disappears behind the contract that carries it out. */
function releasedContracts(rows: readonly ReportedProject[]): ReportedContract[] {
  const byId = new Map<string, ReportedContract>();
  const withoutId: ReportedContract[] = [];
  for (const contract of rows.flatMap((row) => row.contracts)) {
    if (contract.id === null) withoutId.push(contract);
    else byId.set(contract.id, contract);
  }
  const carriedOut = new Set(
    [...byId.values()].filter((each) => each.awardId !== each.id).map((each) => each.awardId),
  );
  const isOpenAward = (each: ReportedContract) => each.awardId === each.id;
  return [...byId.values()]
    .filter((each) => !isOpenAward(each) || !carriedOut.has(each.id))
    .concat(withoutId);
}

/**
 * One project of all rows with the same key. e-GP: the first row's fields stand, every row's contract counts, the budget
 * once. OCDS: the releases in order of date, then of the file.
 *
 * @param rows at least one, all of one key, in file order
 */
export function foldReported(rows: readonly ReportedProject[]): FoldedProject {
  const [first] = rows;
  if (!first) throw new Error("A project has at least one row.");
  if (first.key.scheme === "egp") {
    return { ...fieldsOf(first), contracts: rows.flatMap((row) => row.contracts), rows };
  }
  const ordered = byDate(rows);
  return { ...laterWins(ordered), line: first.line, contracts: releasedContracts(ordered), rows };
}

/** Agreed prices of contracts as one sum, satang; null when none states one. */
export function agreedTotal(contracts: readonly ReportedContract[]): bigint | null {
  const prices = contracts.flatMap(({ agreedSatang }) => (agreedSatang === null ? [] : [agreedSatang]));
  return prices.length === 0 ? null : prices.reduce((sum, price) => sum + price);
}
