import { importError } from "../errors.ts";
import { sniff } from "../sniff.ts";

const isThai = (text: string) => /รหัสโครงการ|ชื่อโครงการ|งบประมาณ/.test(text);

/** @throws ProngsaiError when the beginning of a file shows that it is no CSV table in UTF-8 */
export function refuseForeign(head: Uint8Array): void {
  const kind = sniff(head);
  if (kind === "empty") throw importError("IMPORT_EMPTY");
  if (kind === "utf-16") throw importError("IMPORT_ENCODING", { encoding: "UTF-16" });
  if (kind !== "text") throw importError("IMPORT_NOT_EGP", { kind });
  const lineEnd = head.indexOf(0x0a);
  const header = lineEnd < 0 ? head : head.subarray(0, lineEnd);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(header, { stream: lineEnd < 0 });
  } catch {
    // Exports of older programs are in TIS-620, a part of windows-874.
    const thai = isThai(new TextDecoder("windows-874").decode(header));
    throw importError("IMPORT_ENCODING", { encoding: thai ? "TIS-620 (windows-874)" : "unknown / ไม่ทราบ" });
  }
}
