/** Parts of a release as the schema names them. Source: Open Contracting Data Standard 1.1.5. */

export interface Value {
  readonly amount: number;
  readonly currency: "THB";
}

/** Satang as baht. OCDS wants a JSON number; up to 15 digits its decimal form is exact, ten trillion baht. */
export const baht = (satang: string): Value => ({ amount: Number(satang) / 100, currency: "THB" });

export interface Paper {
  readonly cid: string;
  readonly sha256: string;
  readonly date: string | null;
  readonly path: string;
}

export type DocumentType =
  | "procurementPlan"
  | "awardNotice"
  | "contractSigned"
  | "completionCertificate"
  | "physicalProgressReport"
  | "financialProgressReport";

export function documentOf(paper: Paper, documentType: DocumentType, title: string, origin: string) {
  return {
    id: paper.cid,
    documentType,
    title,
    description: `SHA-256 ${paper.sha256}`,
    url: origin + paper.path,
    ...(paper.date && { datePublished: paper.date }),
  };
}

/** Documents of one list have different ids; a paper may be named twice by the ledger. */
export const distinct = <T extends { id: string }>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [one.id, one])).values(),
];

/** An empty list says nothing and is left out. */
export const filled = <Name extends string, T>(
  name: Name,
  list: readonly T[],
): { [K in Name]?: readonly T[] } =>
  (list.length > 0 ? { [name]: list } : {}) as { [K in Name]?: readonly T[] };

export interface Party {
  readonly id: string;
  readonly name?: string;
  readonly roles: readonly string[];
}

/** Each organisation once, with all its roles. */
export function mergeParties<P extends Party>(parties: readonly P[]): P[] {
  const found = new Map<string, P>();
  for (const party of parties) {
    const known = found.get(party.id);
    const roles = [...new Set([...(known?.roles ?? []), ...party.roles])];
    found.set(party.id, { ...(known ?? party), roles });
  }
  return [...found.values()];
}

/** Party of a juristic person by its tax number. */
export const supplierId = (taxId: string): string => `TH-TIN-${taxId}`;

export const supplierParty = (taxId: string, name?: string | null) => ({
  id: supplierId(taxId),
  ...(name && { name }),
  identifier: { scheme: "TH-TIN", id: taxId, ...(name && { legalName: name }) },
  roles: ["supplier"],
});
