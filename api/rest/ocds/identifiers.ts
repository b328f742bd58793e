/**
 * Prefix of open contracting ids until the operator sets its own: prefixes are given out by the Open Contracting
 * Partnership, and this one is registered by nobody. It never changes afterwards.
 */
export const DEFAULT_OCID_PREFIX = "ocds-prongs";

/** Open contracting id of a project on the ledger. */
export const nativeOcid = (prefix: string, code: string): string => `${prefix}-${code}`;

/** Of a reported project: its own when the source has one. */
export const reportedOcid = (prefix: string, scheme: string, number: string): string =>
  scheme === "ocid" ? number : `${prefix}-${scheme}-${number}`;

export type ProjectReference =
  { readonly of: "ledger"; readonly code: string } | { readonly of: "reported"; readonly id: string };

/** What a client may name a project by: its code, an ocid of ours or of the source, `egp:number`, or the index's id. */
export function projectReference(prefix: string, text: string): ProjectReference {
  const own = text.startsWith(`${prefix}-`) ? text.slice(prefix.length + 1) : text;
  const number = /^egp-(\d{1,20})$/.exec(own)?.[1];
  if (own !== text && number !== undefined) return { of: "reported", id: `egp:${number}` };
  if (/^(egp|ocid):|^\d+$/.test(text)) return { of: "reported", id: text };
  if (own === text && /^ocds-/.test(text)) return { of: "reported", id: `ocid:${text}` };
  return { of: "ledger", code: own };
}
