export interface PackageHead {
  readonly uri: string;
  readonly publishedDate: string;
  readonly next: string | null;
}

/** Extension that names the lines of a budget; its fields are kept beside the standard's own. */
const EXTENSIONS = [
  "https://raw.githubusercontent.com/open-contracting-extensions/ocds_budget_breakdown_extension/master/extension.json",
];

function head({ uri, publishedDate, next }: PackageHead) {
  return {
    uri,
    version: "1.1",
    extensions: EXTENSIONS,
    publishedDate,
    publisher: { name: "โปร่งใส (Prongsai)" },
    ...(next && { links: { next } }),
  };
}

/** Source: release package schema 1.1.5. */
export const releasePackage = (about: PackageHead, releases: readonly object[]) => ({
  ...head(about),
  releases,
});

/** Source: record package schema 1.1.5. */
export const recordPackage = (about: PackageHead, records: readonly object[]) => ({
  ...head(about),
  records,
});
