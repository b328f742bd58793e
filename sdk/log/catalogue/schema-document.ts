import { CID } from "multiformats/cid";
import { create } from "multiformats/hashes/digest";
import { canonicalBytes } from "../../canonical-json.ts";
import { sha256 } from "../../sha256.ts";
import type { ActionType } from "./define/action.ts";

const RAW = 0x55;
const SHA2_256 = 0x12;

/** The schema as it is published: canonical JSON (RFC 8785), far below the size at which documents are cut into blocks. */
export const schemaDocument = ({ schema }: Pick<ActionType, "schema">): Uint8Array => canonicalBytes(schema);

/** Address of that document, CIDv1 in base32: what a record's `schema` holds and what the chain knows. */
export const schemaCid = (action: Pick<ActionType, "schema">): string =>
  CID.createV1(RAW, create(SHA2_256, sha256(schemaDocument(action)))).toString();
