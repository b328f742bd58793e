import type pg from "pg";
import { CID } from "multiformats/cid";
import type { Documents } from "../../sdk/documents/index.ts";
import { ProngsaiError } from "../../sdk/errors.ts";

/** What reading documents needs. */
export interface Work {
  readonly client: pg.Client;
  readonly documents: Documents;
  readonly signal: AbortSignal;
  readonly problem: (error: Error) => void;
}

/** The CID as texts write it, from its bytes on chain. */
export const cidText = (bytes: Buffer): string => CID.decode(bytes).toString();

/** The document in one piece; undefined when it is larger than `limit` bytes. @throws ProngsaiError DOCUMENT_… */
export async function bytesOf(
  { documents, signal }: Work,
  cid: string,
  limit: number,
): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of documents.get(cid, { signal })) {
    size += piece.length;
    if (size > limit) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const FIRST_PAUSE = "5 seconds";
const LONGEST_PAUSE = "1 hour";

/** Remembers that a document could not be had, and when to ask again: after 5 s, 10 s, 20 s … at most an hour. */
export async function postpone({ client, problem }: Work, cid: Buffer, error: Error): Promise<void> {
  problem(error);
  const code = error instanceof ProngsaiError ? error.code : error.name;
  await client.query(
    `INSERT INTO document_fetch (cid, attempts, last_error, next_try) VALUES ($1, 1, $2, now() + $3::interval)
     ON CONFLICT (cid) DO UPDATE SET attempts = document_fetch.attempts + 1, last_error = excluded.last_error,
       next_try = now() + least($4::interval, $3::interval * power(2, least(document_fetch.attempts, 20)))`,
    [cid, code, FIRST_PAUSE, LONGEST_PAUSE],
  );
}

/** Condition on a column of CIDs: it is time to ask for it (again). */
export const due = (column: string): string =>
  `NOT EXISTS (SELECT FROM document_fetch f WHERE f.cid = ${column} AND f.next_try > now())`;

/** Carries out `work` in one transaction. */
export async function transaction(
  { client }: Pick<Work, "client">,
  work: () => Promise<void>,
): Promise<void> {
  await client.query("BEGIN");
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
