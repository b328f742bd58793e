/** Largest canonical JSON of a record, in bytes of UTF-8. */
export const MAX_RECORD_BYTES = 8_192;

/** Deepest nesting of objects and arrays; the record itself is the first. */
export const MAX_RECORD_DEPTH = 8;

/** Most references of a record. */
export const MAX_RECORD_REFS = 16;

/** Longest `payload.ref`, in UTF-16 code units. */
export const MAX_PAYLOAD_REF = 200;
