import { openFile, readJson } from "../files/open.ts";

export const CONSISTENCY_TYPE = "prongsai-log-consistency";
/** Twice as long as a tree is high, and no tree is higher than 64. */
const MAX_PATH = 128;

/** Two checkpoints of a log and the proof that the newer tree extends the older. */
export type ConsistencyFile = {
  readonly type: typeof CONSISTENCY_TYPE;
  readonly version: 1;
  /** signed notes */
  readonly older: string;
  readonly newer: string;
  /** hashes, `0x…`, in the order of RFC 9162 section 2.1.4.1 */
  readonly path: readonly string[];
};

/** @throws ProngsaiError LOG_FILE_MALFORMED, LOG_FILE_VERSION */
export function parseConsistency(text: string): ConsistencyFile {
  const value = readJson("consistency", text);
  const members = openFile("consistency", CONSISTENCY_TYPE, value, ["older", "newer", "path"]);
  return {
    type: CONSISTENCY_TYPE,
    version: 1,
    older: members.text("older"),
    newer: members.text("newer"),
    path: members.hexes("path", 32, MAX_PATH),
  };
}
