import { lazy } from "react";

/** Every page of the explorer by its address; each is fetched when it is first opened. */
export const routes = {
  "/": lazy(() => import("./pages/home/home.tsx")),
  "/search": lazy(() => import("./pages/search/search.tsx")),
  "/projects": lazy(() => import("./pages/projects/projects.tsx")),
  "/p/:code": lazy(() => import("./pages/project/project.tsx")),
  "/agency/:code": lazy(() => import("./pages/agency/agency.tsx")),
  "/reported": lazy(() => import("./pages/reported/reported.tsx")),
  "/reported/:id": lazy(() => import("./pages/reported/reported-project.tsx")),
  "/compare": lazy(() => import("./pages/compare/compare.tsx")),
  "/flags": lazy(() => import("./pages/flags/rules.tsx")),
  "/flags/:rule": lazy(() => import("./pages/flags/rule.tsx")),
  "/imports": lazy(() => import("./pages/imports/imports.tsx")),
  "/imports/:id": lazy(() => import("./pages/imports/batch.tsx")),
  "/block/:number": lazy(() => import("./pages/ledger/block.tsx")),
  "/tx/:hash": lazy(() => import("./pages/ledger/transaction.tsx")),
  "/integrity": lazy(() => import("./pages/integrity/integrity.tsx")),
  "/refused": lazy(() => import("./pages/refused/refused.tsx")),
  "/about": lazy(() => import("./pages/about/about.tsx")),
  "/verify": lazy(() => import("./pages/verify/verify.tsx")),
} as const;
