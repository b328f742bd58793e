import { lazyPage } from "./lazy-page.tsx";

/** Every page of the explorer by its address; each is fetched when it is first opened. */
export const routes = {
  "/": lazyPage("./pages/home/home.tsx", () => import("./pages/home/home.tsx")),
  "/search": lazyPage("./pages/search/search.tsx", () => import("./pages/search/search.tsx")),
  "/projects": lazyPage("./pages/projects/projects.tsx", () => import("./pages/projects/projects.tsx")),
  "/p/:code": lazyPage("./pages/project/project.tsx", () => import("./pages/project/project.tsx")),
  "/agency/:code": lazyPage("./pages/agency/agency.tsx", () => import("./pages/agency/agency.tsx")),
  "/reported": lazyPage("./pages/reported/reported.tsx", () => import("./pages/reported/reported.tsx")),
  "/reported/:id": lazyPage(
    "./pages/reported/reported-project.tsx",
    () => import("./pages/reported/reported-project.tsx"),
  ),
  "/compare": lazyPage("./pages/compare/compare.tsx", () => import("./pages/compare/compare.tsx")),
  "/flags": lazyPage("./pages/flags/rules.tsx", () => import("./pages/flags/rules.tsx")),
  "/flags/:rule": lazyPage("./pages/flags/rule.tsx", () => import("./pages/flags/rule.tsx")),
  "/imports": lazyPage("./pages/imports/imports.tsx", () => import("./pages/imports/imports.tsx")),
  "/imports/:id": lazyPage("./pages/imports/batch.tsx", () => import("./pages/imports/batch.tsx")),
  "/services": lazyPage("./pages/services/services.tsx", () => import("./pages/services/services.tsx")),
  "/services/:name": lazyPage("./pages/service/service.tsx", () => import("./pages/service/service.tsx")),
  "/services/:name/:index": lazyPage("./pages/action/action.tsx", () => import("./pages/action/action.tsx")),
  "/check-receipt": lazyPage("./pages/receipt/receipt.tsx", () => import("./pages/receipt/receipt.tsx")),
  "/catch-us": lazyPage("./pages/catching/catching.tsx", () => import("./pages/catching/catching.tsx")),
  "/witnesses": lazyPage("./pages/witnesses/witnesses.tsx", () => import("./pages/witnesses/witnesses.tsx")),
  "/block/:number": lazyPage("./pages/ledger/block.tsx", () => import("./pages/ledger/block.tsx")),
  "/tx/:hash": lazyPage("./pages/ledger/transaction.tsx", () => import("./pages/ledger/transaction.tsx")),
  "/integrity": lazyPage("./pages/integrity/integrity.tsx", () => import("./pages/integrity/integrity.tsx")),
  "/refused": lazyPage("./pages/refused/refused.tsx", () => import("./pages/refused/refused.tsx")),
  "/about": lazyPage("./pages/about/about.tsx", () => import("./pages/about/about.tsx")),
  "/verify": lazyPage("./pages/verify/verify.tsx", () => import("./pages/verify/verify.tsx")),
} as const;
