/** What a file's first bytes show it to be, where that is certain. */
export type FileKind =
  "empty" | "html" | "xlsx" | "xls" | "pdf" | "gzip" | "json" | "utf-16" | "binary" | "text";

const begins = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);

/** @param head the first bytes of the file, some hundred at least unless it is shorter */
export function sniff(head: Uint8Array): FileKind {
  if (head.length === 0) return "empty";
  if (begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)) return "utf-16";
  if (begins(head, 0x50, 0x4b, 0x03, 0x04) || begins(head, 0x50, 0x4b, 0x05, 0x06)) return "xlsx";
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) return "xls";
  if (begins(head, 0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (begins(head, 0x1f, 0x8b)) return "gzip";
  const sample = head.subarray(0, 512);
  if (sample.includes(0)) return looksUtf16(sample) ? "utf-16" : "binary";
  const start = new TextDecoder("latin1")
    .decode(sample)
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s+|^\u00ef\u00bb\u00bf/, "");
  if (start === "" && head.length < 512) return "empty";
  if (start.startsWith("<")) return "html";
  if (start.startsWith("{") || start.startsWith("[")) return "json";
  return "text";
}

/** Text in UTF-16 without a mark has zeros beside its commas and line ends, several and always on the same side. */
function looksUtf16(sample: Uint8Array): boolean {
  const sides = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) sides[index % 2]!++;
  });
  return Math.min(...sides) === 0 && Math.max(...sides) >= 4;
}
