import { agencyRoutes } from "./agencies.ts";
import { budgetRoutes } from "./budget.ts";
import { ledgerRoutes } from "./ledger.ts";
import { projectRoutes } from "./projects.ts";
import { redFlagRoutes } from "./red-flags.ts";
import { reportedRoutes } from "./reported.ts";

export type { ReadRoute, Tag } from "./route.ts";

/** Every read, in the order of the API's description. */
export const readRoutes = [
  ...projectRoutes,
  ...budgetRoutes,
  ...agencyRoutes,
  ...reportedRoutes,
  ...redFlagRoutes,
  ...ledgerRoutes,
];
