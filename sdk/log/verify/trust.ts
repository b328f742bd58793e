import { formatNoteKey, parseNoteKey } from "../checkpoint/note-key.ts";
import type { NoteKey, NoteKeyUse } from "../checkpoint/note-key.ts";
import { sdkError } from "../../errors/sdk.ts";
import { openFile, readJson } from "../files/open.ts";
import {
  ANCHOR_MEMBERS,
  COSIGNER_MEMBERS,
  MAX_COSIGNERS,
  readAnchor,
  readCosigner,
} from "../receipt/anchor.ts";
import type { Anchor, ChainCosigner } from "../receipt/anchor.ts";

export const TRUST_TYPE = "prongsai-log-trust";
const MOST = 10_000;

/** A head of a log as somebody read it on the chain, by a node of their own. */
export type TrustedHead = Anchor & {
  /** reverse-DNS name of the service */
  readonly service: string;
  /** agencies that confirmed it on the chain */
  readonly cosigners: readonly ChainCosigner[];
};

/** What whoever verifies believes beforehand. */
export type Trust = {
  /** keys of logs, each named as its log's origin; keys of before a rotation too, for receipts of that time */
  readonly keys: readonly NoteKey[];
  /** keys of cosigners */
  readonly cosigners: readonly NoteKey[];
  /** how many of the cosigners must have signed a checkpoint */
  readonly quorum: number;
  readonly heads: readonly TrustedHead[];
};

/** Believes nobody: what needs a key or the chain cannot be checked then. */
export const NO_TRUST: Trust = { keys: [], cosigners: [], quorum: 0, heads: [] };

function readKeys(texts: readonly string[], use: NoteKeyUse): NoteKey[] {
  return texts.map((text) => {
    const key = parseNoteKey(text);
    if (key.use !== use) throw sdkError("LOG_KEY_MALFORMED", { input: text, reason: `signs a ${key.use}` });
    return key;
  });
}

/**
 * What a trust file says: `{"type":"prongsai-log-trust","version":1,"keys":[…],"cosigners":[…],"quorum":n,"heads":[…]}`,
 * with keys as `formatNoteKey` writes them; all but `keys` may be left out.
 *
 * @throws ProngsaiError LOG_FILE_MALFORMED, LOG_FILE_VERSION, LOG_KEY_MALFORMED
 */
export function parseTrust(text: string): Trust {
  const names = ["keys", "cosigners", "quorum", "heads"];
  const members = openFile("trust", TRUST_TYPE, readJson("trust", text), names);
  const cosigners = members.has("cosigners") ? readKeys(members.texts("cosigners", MOST), "cosignature") : [];
  const quorum = members.has("quorum") ? members.count("quorum") : 0;
  if (quorum > cosigners.length)
    members.refuse("quorum", { th: "จำนวนที่ไม่เกินผู้ลงนามร่วมทั้งหมด", en: "a number of at most all cosigners" });
  const heads = members.has("heads")
    ? members.inners("heads", [...ANCHOR_MEMBERS, "service", "cosigners"], MOST)
    : [];
  return {
    keys: readKeys(members.texts("keys", MOST), "note"),
    cosigners,
    quorum,
    heads: heads.map((head) => ({
      ...readAnchor(head),
      service: head.text("service"),
      cosigners: head.inners("cosigners", COSIGNER_MEMBERS, MAX_COSIGNERS).map(readCosigner),
    })),
  };
}

/** The trust as `parseTrust` reads it. */
export function formatTrust({ keys, cosigners, quorum, heads }: Trust): string {
  const file = {
    ...{ type: TRUST_TYPE, version: 1 },
    keys: keys.map(formatNoteKey),
    ...(cosigners.length > 0 && { cosigners: cosigners.map(formatNoteKey), quorum }),
    heads,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
