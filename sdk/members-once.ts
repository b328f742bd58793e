const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** Members that a JSON text writes: each has one colon outside its strings. @param json well-formed */
function membersWritten(json: Uint8Array): number {
  let members = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === COLON) members++;
    else if (byte === QUOTE)
      for (at++; json[at] !== QUOTE; at++) {
        if (json[at] === BACKSLASH) at++;
      }
  }
  return members;
}

/** Members that are left of them. Not recursive: nothing limits the depth of what comes. */
function membersRead(value: unknown): number {
  let members = 0;
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (one === null || typeof one !== "object") continue;
    const inner = Object.values(one);
    if (!Array.isArray(one)) members += inner.length;
    for (const each of inner) if (typeof each === "object") left.push(each);
  }
  return members;
}

/**
 * Whether no object of a JSON text has a member twice. Parsers disagree about which of the two counts, so that a sender
 * could have signed one thing and logged another, and a reader's eyes find another thing in a receipt than its check. RFC 8259 section 4, RFC 7493 section 2.3.
 *
 * @param json the text, well-formed, UTF-8
 * @param value what `JSON.parse` made of it
 */
export const hasMembersOnce = (json: Uint8Array, value: unknown): boolean =>
  membersWritten(json) === membersRead(value);
