/** Evidence that contracts accept, and what they must refuse. */
import { getBytes, hexlify, sha256, toUtf8Bytes } from "ethers";
import { START } from "./ledger.ts";

export interface TestDocument {
  cid: string;
  digest: string;
  date: number;
}

/** A well-formed document; another text gives another one. */
export function document(text = "evidence", date = START): TestDocument {
  const digest = sha256(toUtf8Bytes(text));
  return { cid: cidOf(digest), digest, date };
}

/** Binary CIDv1, raw leaves, of a 32-byte sha2-256 digest. */
export const cidOf = (digest: string) => hexlify(new Uint8Array([1, 0x55, 0x12, 32, ...getBytes(digest)]));

export const noDocument: TestDocument = { cid: "0x", digest: `0x${"00".repeat(32)}`, date: 0 };
