import { createHash } from "node:crypto";
import { LARGEST_BRIEF, parseBrief } from "./brief.ts";
import { bytesOf, cidText, due, postpone } from "./work.ts";
import type { Work } from "./work.ts";

const columns = ["title_th", "title_en", "description_th", "description_en", "province", "district"] as const;

async function readBrief(work: Work, cid: Buffer): Promise<void> {
  const { client } = work;
  let bytes: Buffer | undefined;
  try {
    bytes = await bytesOf(work, cidText(cid), LARGEST_BRIEF);
  } catch (error) {
    if (work.signal.aborted) throw error;
    await client.query("UPDATE brief SET state = 'unavailable' WHERE cid = $1", [cid]);
    return await postpone(work, cid, error as Error);
  }
  const words = bytes && parseBrief(bytes);
  const sha256 = bytes && createHash("sha256").update(bytes).digest();
  const set = columns.map((name, i) => `${name} = $${i + 5}`).join(", ");
  await client.query(`UPDATE brief SET state = $2, sha256 = $3, content = $4, ${set} WHERE cid = $1`, [
    cid,
    words ? "available" : "malformed",
    sha256 ?? null,
    words ? JSON.stringify(words.content).replaceAll("\\u0000", "\\ufffd") : null,
    ...columns.map((name) => clean(words?.[name] ?? null)),
  ]);
}

/** PostgreSQL cannot hold U+0000. */
function clean<T>(value: T): T | string {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\ufffd") : value;
}

/** Reads the briefs that are named and not read yet. @returns whether any row changed */
export async function readPendingBriefs(work: Work): Promise<boolean> {
  const { rows } = await work.client.query<{ cid: Buffer }>(
    `SELECT cid FROM brief WHERE state IN ('pending', 'unavailable') AND ${due("brief.cid")} ORDER BY block, cid`,
  );
  for (const { cid } of rows) {
    work.signal.throwIfAborted();
    await readBrief(work, cid);
  }
  return rows.length > 0;
}
