/** Calls that the budget must refuse while money is spent. */
import { refusalsIn, type Refusal as RefusalIn } from "../refusals.ts";
import { spending } from "./office.ts";

export type Scene = Awaited<ReturnType<typeof spending>>;
export type Refusal = RefusalIn<Scene>;

export const { declares, refusal, itRefuses } = refusalsIn<Scene>(
  spending,
  ({ registry, projects, lines, commitments, disbursements }) => [
    registry,
    projects,
    lines,
    commitments,
    disbursements,
  ],
);
