/** What is audited, in order. */
export const partNames = {
  chain: "block chain",
  contracts: "contracts",
  journals: "journals",
  rules: "rules of the budget",
  storage: "contract storage",
  documents: "documents",
  imports: "imports",
  logs: "action logs",
  api: "API",
} as const;

export type PartName = keyof typeof partNames;

/** Something that is not as it must be. */
export interface Finding {
  readonly part: PartName;
  /** Stable, listed in docs/verification.md. */
  readonly code: string;
  /** What it is about, e.g. `line 3` or `BudgetLines`. */
  readonly entity: string;
  readonly found: string;
  readonly expected: string;
  /** Where on the chain, when it is about one place. */
  readonly block?: number;
  readonly txHash?: string;
}

export interface PartResult {
  readonly part: PartName;
  /** How many things were compared, by kind. */
  readonly checked: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** What could not be checked and why; the audit is not complete without it. */
  readonly open: readonly string[];
  /** What a reader should know, such as that a sample was taken. */
  readonly notes: readonly string[];
}

/** Collects what one part of the audit finds. */
export class Part implements PartResult {
  readonly part: PartName;
  readonly checked: Record<string, number> = {};
  readonly findings: Finding[] = [];
  readonly open: string[] = [];
  readonly notes: string[] = [];
  readonly #progress: (part: Part) => void;

  constructor(part: PartName, progress: (part: Part) => void = () => undefined) {
    this.part = part;
    this.#progress = progress;
  }

  /** Counts things that were compared. */
  count(kind: string, by = 1): void {
    this.checked[kind] = (this.checked[kind] ?? 0) + by;
    this.#progress(this);
  }

  /** A finding; `place` says where on the chain. */
  finds(
    code: string,
    entity: string,
    { found, expected }: { found: unknown; expected: unknown },
    place: { block?: number; txHash?: string } = {},
  ): void {
    const { block, txHash } = place;
    this.findings.push({
      ...{ part: this.part, code, entity, found: String(found), expected: String(expected) },
      ...(block === undefined ? {} : { block }),
      ...(txHash === undefined ? {} : { txHash }),
    });
  }

  /** Counts one comparison, and notes a finding when both sides differ. */
  equal(kind: string, code: string, entity: string, found: unknown, expected: unknown): void {
    this.count(kind);
    if (String(found) !== String(expected)) this.finds(code, entity, { found, expected });
  }
}
