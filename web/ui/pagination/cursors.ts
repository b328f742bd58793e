/** Names by which the pages' addresses hold the places in their lists. */
const cursorNames = [
  "after",
  "agencies",
  "entries",
  "events",
  "flags",
  "officers",
  "lines",
  "commitments",
  "milestones",
  "payments",
  "revisions",
  "carryForwards",
  "obligations",
  "anchors",
  "open",
  "overdue",
  "late",
] as const;

export type CursorName = (typeof cursorNames)[number];

/** The place in a list that the address names; null at the list's beginning. */
export const cursorOf = (params: URLSearchParams, name: CursorName): string | null =>
  params.get(name) || null;

/** What an address asks for, each list from its beginning. */
export function withoutCursors(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of cursorNames) params.delete(name);
  return params.toString();
}
