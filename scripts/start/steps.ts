import type { Step } from "./context.ts";
import { buildStep } from "./steps/build.ts";
import { chainStep } from "./steps/chain.ts";
import { databaseStep } from "./steps/database.ts";
import { demoStep } from "./steps/demo.ts";
import { deployStep } from "./steps/deploy.ts";
import { documentsStep } from "./steps/documents.ts";
import { importStep } from "./steps/import.ts";

/** Everything that a start does, in order. */
export const steps: Step[] = [
  buildStep,
  databaseStep,
  chainStep,
  documentsStep,
  deployStep,
  demoStep,
  importStep,
];
