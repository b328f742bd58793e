/**
 * The one list of registers, in the order in which they are deployed. A new one is a word here and new files: `npm run
 * build` names every room that has none of that word yet.
 */
export const registers = ["access", "budget", "log"];

/** A folder in which each register has `<register>.ts` or `<register>/index.ts`, and what these export. */
export interface Room {
  readonly folder: string;
  /** Files that need only be loaded. */
  readonly loaded?: true;
  /** Members, kept apart by register. */
  readonly apart?: readonly string[];
  /** Objects, put together into one. */
  readonly objects?: readonly string[];
  /** Lists, put together into one. */
  readonly lists?: readonly string[];
  /** Types, all of which hold. */
  readonly types?: readonly string[];
  /** Functions that make an object; called together they make one. */
  readonly makers?: readonly string[];
}

export const rooms: readonly Room[] = [
  {
    folder: "scripts/deploy",
    objects: ["sources", "contractOfParameter", "roleIds"],
    lists: ["functionRoles", "contractRoles"],
  },
  { folder: "sdk/errors", objects: ["errors"] },
  { folder: "sdk/events", objects: ["texts"] },
  {
    folder: "sdk/replay",
    objects: ["handlers"],
    lists: ["reads", "rules"],
    types: ["State"],
    makers: ["emptyState"],
  },
  { folder: "indexer/registers", objects: ["handlers"] },
  { folder: "indexer/store/tables", objects: ["tables"] },
  { folder: "api/read", apart: ["open"] },
  { folder: "api/graphql", loaded: true },
  { folder: "api/rest/routes", lists: ["routes"] },
];
