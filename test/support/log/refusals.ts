/** Calls that the action log must refuse while a service logs. */
import { refusalsIn, type Refusal as RefusalIn } from "../refusals.ts";
import { logging, type Scene } from "./office.ts";

export type Refusal = RefusalIn<Scene>;

export const { refusal, itRefuses } = refusalsIn<Scene>(logging, ({ registry, manager, log }) => [
  registry,
  manager,
  log,
]);
