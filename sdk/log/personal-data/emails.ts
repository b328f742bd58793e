const LABEL = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,62})";
/** Thai is written on without a space: behind an encoded label (RFC 5890) any other letter begins the next word. */
const TOP_LABEL = "(?:xn--[a-z0-9-]{1,59}(?![a-z0-9-])|\\p{L}[\\p{L}\\p{M}]{1,62}(?![\\p{L}\\p{M}\\p{N}-]))";
/**
 * From the @ on, so that a long text is read once only. What ends in digits (a version, an amount) is no address; around
 * the @ a space is let through when the domain is ASCII.
 */
const ADDRESS = new RegExp(
  `(?<=[\\p{L}\\p{M}\\p{N}._%+"'-])@(?:${LABEL}\\.)+${TOP_LABEL}|` +
    `(?<=[a-z0-9._%+-] ?)@ ?(?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,63}(?![\\p{L}\\p{M}\\p{N}-])`,
  "giu",
);

/** RFC 5321 allows 64 octets before the @. */
const LONGEST_LOCAL_PART = 64;
const LOCAL_PART = /[\p{L}\p{M}\p{N}._%+"'-]+ ?$/u;

/** Where e-mail addresses (RFC 5321, and with Unicode RFC 6531) are in a text that `plainText` made. */
export function* emails(plain: string): Generator<[start: number, end: number]> {
  if (!plain.includes("@")) return;
  for (const { 0: found, index } of plain.matchAll(ADDRESS)) {
    const before = plain.slice(Math.max(0, index - LONGEST_LOCAL_PART - 1), index);
    yield [index - (LOCAL_PART.exec(before)?.[0].length ?? 0), index + found.length];
  }
}
