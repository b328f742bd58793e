/** A member's name or the index of an item. */
export type Step = string | number;

/** Names as schemas choose them. A name with a long number, or one that is a whole text, may itself say who somebody is. */
const PLAIN_NAME = /^(?!.*\d{4})[A-Za-z][A-Za-z0-9_]{0,39}$/;

/**
 * Where a value lies, from `$` (RFC 9535), `$.data.items[2].kind`. A member whose name could be personal data is written
 * `[*]`, so that the path may be shown and logged.
 */
export function jsonPath(steps: readonly Step[]): string {
  let path = "$";
  for (const step of steps) {
    if (typeof step === "number") path += `[${step}]`;
    else path += PLAIN_NAME.test(step) ? `.${step}` : "[*]";
  }
  return path;
}
