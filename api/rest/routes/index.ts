import { ledgerRoutes } from "./ledger.ts";
import { redFlagRoutes } from "./red-flags.ts";
import { routes } from "./registers.generated.ts";

export type { ReadRoute, Tag } from "./route.ts";

/** Every read, in the order of the API's description. */
export const readRoutes = [...routes, ...redFlagRoutes, ...ledgerRoutes];
