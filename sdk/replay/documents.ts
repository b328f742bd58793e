import type { Plain, RegisterEvent } from "./event.ts";

/** A document that an event names: where it is found and what it must hash to. */
export interface CitedDocument {
  /** Binary CID, `0x…`. */
  readonly cid: string;
  /** SHA-256 of the whole file, `0x…`. */
  readonly digest: string;
  /** Name of the argument that holds it, e.g. `evidence`. */
  readonly role: string;
}

function* found(role: string, value: Plain): Generator<CitedDocument> {
  if (typeof value !== "object") return;
  const { cid, digest } = value as { readonly [name: string]: Plain };
  if (typeof cid === "string" && typeof digest === "string") {
    if (cid !== "0x") yield { cid, digest, role };
    return;
  }
  for (const [name, inner] of Object.entries(value))
    yield* found(Array.isArray(value) ? role : name, inner as Plain);
}

/** The documents that an event cites; empty ones (no evidence needed) are left out. */
export function citedDocuments(event: RegisterEvent): readonly CitedDocument[] {
  return [...found(event.name, event.args)];
}
