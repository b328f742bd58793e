import type { Step } from "./context.ts";

/** Everything that a start does, in order. */
export const steps: Step[] = [
  { name: "build", load: () => import("./steps/build.ts") },
  { name: "database", load: () => import("./steps/database.ts") },
  { name: "chain", load: () => import("./steps/chain.ts") },
  { name: "documents", load: () => import("./steps/documents.ts") },
  { name: "ledger", load: () => import("./steps/deploy.ts") },
  { name: "index", load: () => import("./steps/indexer.ts") },
  { name: "api", load: () => import("./steps/api.ts") },
  { name: "demo", load: () => import("./steps/demo.ts") },
  { name: "services", load: () => import("./steps/services.ts") },
  { name: "import", load: () => import("./steps/import.ts") },
  { name: "anchoring", load: () => import("./steps/anchoring.ts") },
  { name: "webhooks", load: () => import("./steps/webhooks.ts") },
  { name: "actions", load: () => import("./steps/actions.ts") },
  { name: "witnesses", load: () => import("./steps/witnesses.ts") },
];
