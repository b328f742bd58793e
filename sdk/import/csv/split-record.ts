const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;

/** Where a record ends: `end` is the index of its line feed, or of the end of input. */
export type RecordExtent = { readonly end: number; readonly lines: number } | "needs more" | "quotes broken";

/**
 * Finds the end of the record that begins at `start`, by RFC 4180: a field that begins with a quotation mark ends at the
 * next single one, which a comma, a line end or the end of input must follow. A quotation mark inside an unquoted field
 * stands for itself (`ท่อ 3"`).
 */
export function recordExtent(bytes: Uint8Array, start: number, end: number, ended: boolean): RecordExtent {
  let lines = 1;
  let at = start;
  for (;;) {
    if (bytes[at] === QUOTE && at < end) {
      at++;
      for (;;) {
        if (at >= end) return ended ? "quotes broken" : "needs more";
        const byte = bytes[at];
        if (byte === LF) lines++;
        if (byte === QUOTE) {
          if (at + 1 >= end && !ended) return "needs more";
          if (bytes[at + 1] !== QUOTE || at + 1 >= end) break;
          at++;
        }
        at++;
      }
      at++;
      if (bytes[at] === CR && at < end) {
        if (at + 1 >= end && !ended) return "needs more";
        if (at + 1 >= end || bytes[at + 1] === LF) at++;
      }
      if (at >= end) return ended ? { end, lines } : "needs more";
      if (bytes[at] !== COMMA && bytes[at] !== LF) return "quotes broken";
    } else {
      while (at < end && bytes[at] !== COMMA && bytes[at] !== LF) at++;
      if (at >= end) return ended ? { end, lines } : "needs more";
    }
    if (bytes[at] === LF) return { end: at, lines };
    at++;
  }
}

/** The fields of one record's text (without its line end), whose quoting `recordExtent` has found whole. */
export function splitFields(text: string): string[] {
  if (!text.includes('"')) return text.split(",");
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let closing = at + 1;
      while (closing < text.length && (text[closing] !== '"' || text[closing + 1] === '"')) {
        closing += text[closing] === '"' ? 2 : 1;
      }
      fields.push(text.slice(at + 1, closing).replaceAll('""', '"'));
      at = closing + 1;
    } else {
      const comma = text.indexOf(",", at);
      const stop = comma < 0 ? text.length : comma;
      fields.push(text.slice(at, stop));
      at = stop;
    }
    if (at >= text.length) return fields;
    at++;
  }
}
