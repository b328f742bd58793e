/** Stands in kept files and rows where personal data stood. */
export const WITHHELD = "[withheld]";
