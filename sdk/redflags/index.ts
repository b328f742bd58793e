import { agreedAboveBudget } from "./agreed-above-budget.ts";
import { agreedAboveReference } from "./agreed-above-reference.ts";
import { contradiction } from "./contradiction.ts";
import { cumulativeAmendment } from "./cumulative-amendment.ts";
import { duplicateTitle } from "./duplicate-title.ts";
import { justUnderThreshold } from "./just-under-threshold.ts";
import { lineInAndOut } from "./line-in-and-out.ts";
import { milestoneOverdue } from "./milestone-overdue.ts";
import { missingEvidence } from "./missing-evidence.ts";
import { onePersonTwoDuties } from "./one-person-two-duties.ts";
import { paidAboveContract } from "./paid-above-contract.ts";
import { paymentBeforeAcceptance } from "./payment-before-acceptance.ts";
import { septemberRush } from "./september-rush.ts";
import { splitPurchase } from "./split-purchase.ts";
import { supplierShare } from "./supplier-share.ts";
import type { RedFlagRule } from "./rule.ts";

export type { RedFlagRule, RuleInput, RuleParameter, RuleText, RuleUnit } from "./rule.ts";

/** Every rule; a new one is a new file and a line here. */
export const redFlagRules: readonly RedFlagRule[] = [
  justUnderThreshold,
  splitPurchase,
  agreedAboveBudget,
  agreedAboveReference,
  septemberRush,
  duplicateTitle,
  supplierShare,
  contradiction,
  cumulativeAmendment,
  paymentBeforeAcceptance,
  milestoneOverdue,
  lineInAndOut,
  onePersonTwoDuties,
  missingEvidence,
  paidAboveContract,
];

/** The rule of this id, as a citizen's flag names it. */
export function redFlagRule(id: string): RedFlagRule | undefined {
  return redFlagRules.find((rule) => rule.id === id);
}

/** In place of a rule that is none. */
export const UNKNOWN_RULE = "unknown";

/**
 * What is shown of the rule that a citizen's flag names. Anybody raises flags, and the ledger takes any short text as a
 * rule: what is no rule may be somebody's name or number, and is shown to nobody.
 */
export const shownRule = (id: string): string => (redFlagRule(id) ? id : UNKNOWN_RULE);
