// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/;

/** Control characters that no text of a table holds; databases refuse NUL. */
export const holdsControl = (text: string): boolean => CONTROL.test(text);
