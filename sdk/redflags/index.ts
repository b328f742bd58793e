import type { RedFlagRule } from "./rule.ts";

export type { RedFlagRule, RuleInput, RuleParameter, RuleText, RuleUnit } from "./rule.ts";

/** Every rule; a new one is a new file and a line here. */
export const redFlagRules: readonly RedFlagRule[] = [];
