import { canonicalBytes } from "../../../sdk/canonical-json.ts";
import { schemaCid } from "../../../sdk/log/catalogue/schema-document.ts";
import type { Json } from "../../../sdk/canonical-json.ts";

/** Address of a schema's document. */
export const cidOf = (schema: Json): string => schemaCid({ schema: schema as { [keyword: string]: Json } });

/** The bytes of records as they are logged. */
export const bytesOf = (records: readonly object[]): Uint8Array[] =>
  records.map((record) => canonicalBytes(record as Json));
