import type { Document } from "../decode/generated/BudgetLines.ts";

/**
 * The short ASCII text in a bytes32; bytes that are no such text stay as `0x…`, so that nothing is lost or mistaken.
 * Empty for all zeros.
 */
export function shortText(bytes32: string): string {
  const text = Buffer.from(bytes32.slice(2), "hex").toString("latin1").replace(/\0+$/, "");
  return /^[\x20-\x7e]*$/.test(text) ? text : bytes32;
}

const ZERO = `0x${"00".repeat(32)}`;

/** As `shortText`, null for all zeros. */
export const optionalText = (bytes32: string): string | null =>
  bytes32 === ZERO ? null : shortText(bytes32);

/** Zero stands for "none" in identifiers. */
export const optionalId = (id: bigint): bigint | null => (id === 0n ? null : id);

type DocumentColumns<P extends string, V> = {
  readonly [K in `${P}_cid` | `${P}_sha256`]: V extends null ? string | null : string;
} & { readonly [K in `${P}_date`]: V extends null ? bigint | null : bigint };

/** The three columns of a document under a prefix. */
export function documentColumns<P extends string>(prefix: P, document: Document): DocumentColumns<P, string> {
  return {
    [`${prefix}_cid`]: document.cid,
    [`${prefix}_sha256`]: document.digest,
    [`${prefix}_date`]: document.date,
  } as unknown as DocumentColumns<P, string>;
}

/** The same, null where no document was given. */
export function optionalDocument<P extends string>(prefix: P, document: Document): DocumentColumns<P, null> {
  const given = document.cid !== "0x";
  return {
    [`${prefix}_cid`]: given ? document.cid : null,
    [`${prefix}_sha256`]: given ? document.digest : null,
    [`${prefix}_date`]: given ? document.date : null,
  } as unknown as DocumentColumns<P, null>;
}
