/** Names of the sources of funds that have one; others are shown as the ledger has them. */
export const fundSources: Readonly<Record<string, "project.lines.annual" | "project.lines.local">> = {
  ANNUAL: "project.lines.annual",
  "LOCAL-REVENUE": "project.lines.local",
};
