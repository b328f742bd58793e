import { isUtf8 } from "node:buffer";

/** Largest body that is looked into before its signature is verified, in bytes. */
const LARGEST = 16_384;

/**
 * Whether a body holds alerts only: records whose type begins with `alert.`. Asked when all ordinary places are taken;
 * whether they are what they say is checked afterwards like everything else.
 */
export function holdsAlertsOnly(body: Buffer): boolean {
  if (body.length > LARGEST || !isUtf8(body)) return false;
  try {
    const records: unknown = JSON.parse(body.toString("utf8"));
    return Array.isArray(records) && records.length > 0 && records.every(isAlert);
  } catch {
    return false;
  }
}

function isAlert(record: unknown): boolean {
  const type = (record as { type?: unknown } | null)?.type;
  return typeof type === "string" && type.startsWith("alert.");
}
