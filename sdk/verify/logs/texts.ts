// Things of several parts, written as one figure; a page says them the same way.

/** How a key is written as one figure: what it is for, its form, its writer, itself, and from when until when. */
export const keyText = (key: {
  readonly use: string;
  readonly algorithm: string;
  readonly submitter: string | null;
  readonly publicKey: string;
  readonly window: string;
}): string => [key.use, key.algorithm, key.submitter ?? "-", key.publicKey, key.window].join(" ");

/** Seconds of validity, the third when it ended early: 0 for not. */
export const windowText = (from: unknown, until: unknown, ended: unknown): string =>
  `${String(from)}-${String(until)}/${String(ended ?? 0)}`;

/** Of a type's version: which schema, and whether it is in use. */
export const typeText = (schema: string, inUse: boolean): string => `${schema} ${inUse ? "+" : "-"}`;
