/** The same words in both languages; Thai is the original. */
export interface RuleText {
  readonly th: string;
  readonly en: string;
}

/**
 * How an input's value is to be written. Satang and basis points are decimal text; dates `YYYY-MM-DD`; time Unix seconds;
 * states of milestones by their number in the contract, states of documents by their name in the mirror.
 */
export type RuleUnit =
  "satang" | "bps" | "date" | "time" | "count" | "year" | "milestoneState" | "documentState" | null;

export interface RuleParameter {
  readonly name: string;
  readonly value: string;
  readonly unit: RuleUnit;
}

export interface RuleInput {
  readonly name: string;
  readonly label: RuleText;
  readonly unit: RuleUnit;
}

/**
 * A red-flag rule: data with a version, and one pure function over plain inputs that runs in Node and in browsers, so
 * that a citizen can recompute a flag from what the page shows. A flag is a signal for review, not proof.
 */
export interface RedFlagRule<Inputs extends string = string> {
  /** ASCII, at most 31 characters; the same id stands in `FlagRaised` when a citizen names the rule. */
  readonly id: string;
  /** Rises whenever the same inputs could give another answer. */
  readonly version: number;
  /** Whether it looks at the native ledger or at reported data. */
  readonly appliesTo: "native" | "reported";
  readonly title: RuleText;
  readonly text: RuleText;
  readonly parameters: readonly RuleParameter[];
  readonly inputs: readonly (RuleInput & { readonly name: Inputs })[];
  /** Whether the rule holds; null inputs are unknown and raise no flag. */
  holds(inputs: Readonly<Record<Inputs, string | null>>): boolean;
}
