import { budgetRoutes } from "./entities.ts";
import { projectRoutes } from "./projects.ts";
import { reportedRoutes } from "./reported.ts";

export const routes = [...projectRoutes, ...budgetRoutes, ...reportedRoutes];
