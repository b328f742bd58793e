import type { Refusal } from "../../../../support/budget/refusals.ts";
import { allocationRefusals } from "./allocations.ts";
import { lifecycleRefusals } from "./lifecycle.ts";
import { milestoneRefusals } from "./milestones.ts";
import { obligationRefusals } from "./obligations.ts";
import { paymentRefusals } from "./payments.ts";

export const commitmentRefusals: Refusal[] = [
  ...lifecycleRefusals,
  ...allocationRefusals,
  ...milestoneRefusals,
  ...obligationRefusals,
  ...paymentRefusals,
];
