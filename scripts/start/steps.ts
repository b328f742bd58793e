import type { Step } from "./context.ts";
import { apiStep } from "./steps/api.ts";
import { buildStep } from "./steps/build.ts";
import { chainStep } from "./steps/chain.ts";
import { databaseStep } from "./steps/database.ts";
import { demoStep } from "./steps/demo.ts";
import { deployStep } from "./steps/deploy.ts";
import { documentsStep } from "./steps/documents.ts";
import { indexerStep } from "./steps/indexer.ts";

/** Everything that a start does, in order. */
export const steps: Step[] = [
  buildStep,
  databaseStep,
  chainStep,
  documentsStep,
  deployStep,
  indexerStep,
  apiStep,
  demoStep,
  afterBuild("import", async () => (await import("./steps/import.ts")).importStep),
];

/** A step whose modules need generated ones; in a fresh clone there are none before the build. */
function afterBuild(name: string, load: () => Promise<Step>): Step {
  return { name, run: async (context) => (await load()).run(context) };
}
