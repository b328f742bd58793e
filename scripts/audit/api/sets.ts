import type { Part } from "../part.ts";

/** Compares two sets of texts, each of which tells one thing. */
export function compareSets(
  kind: string,
  entity: string,
  found: Iterable<string>,
  expected: Iterable<string>,
  part: Part,
): void {
  const [served, wanted] = [new Set(found), new Set(expected)];
  part.count(kind, wanted.size);
  for (const one of [...served].filter((each) => !wanted.has(each)))
    part.finds("API_ENTITY", entity, { found: one, expected: "not on the ledger" });
  for (const one of [...wanted].filter((each) => !served.has(each)))
    part.finds("API_ENTITY", entity, { found: "not served", expected: one });
}
