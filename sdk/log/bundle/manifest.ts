import { canonicalBytes } from "../../canonical-json.ts";
import type { Json } from "../../canonical-json.ts";
import { equalBytes, toHex } from "../../hex.ts";
import { isOriginOf } from "../checkpoint/checkpoint.ts";
import { forms } from "../files/forms.ts";
import { malformedFile } from "../files/members.ts";
import type { Members } from "../files/members.ts";
import { openFile, readJson } from "../files/open.ts";
import { hasForm, recordForms } from "../record/forms.ts";
import { tileName } from "../tiles/tile-name.ts";
import { openCheckpoint } from "../verify/checkpoint-steps.ts";
import { MAX_GROWTH, tilesOfGrowth } from "./growth.ts";

export const BUNDLE_TYPE = "prongsai-log-bundle";

/** Longest manifest in bytes: what one raw block of a document holds (`CHUNK_BYTES`). */
export const MAX_MANIFEST = 262_144;

/**
 * What is published with an anchor. Its SHA-256 is the anchor's `bundle`; being one raw block, that is its CID too. It is
 * canonical JSON (RFC 8785), and each tile is a document of its own.
 */
export type BundleManifest = {
  readonly type: typeof BUNDLE_TYPE;
  readonly version: 1;
  /** reverse-DNS name of the service */
  readonly service: string;
  /** entries that were anchored before, 0 for the first bundle */
  readonly from: number;
  /** entries with this bundle: at least one more, at most `MAX_GROWTH` more */
  readonly to: number;
  /** RFC 9162 root over the `to` entries, `0x…` */
  readonly root: string;
  /** signed note (C2SP tlog-checkpoint) over `to` and `root` */
  readonly checkpoint: string;
  /** signature of the same key as a COSE receipt has it (`signRoot`), `0x…` of 64 bytes: anybody can make COSE receipts */
  readonly coseSignature: string;
  /** CIDs by name (C2SP tlog-tiles) of just the tiles that `tilesOfGrowth` gives */
  readonly tiles: Readonly<Record<string, string>>;
};

const MEMBERS = ["service", "from", "to", "root", "checkpoint", "coseSignature", "tiles"];

function readTiles(members: Members, from: number, to: number): BundleManifest["tiles"] {
  const tiles = members.object("tiles");
  const names = tilesOfGrowth({ from, to }).map(tileName);
  if (Object.keys(tiles).length !== names.length || !names.every((name) => Object.hasOwn(tiles, name)))
    members.refuse("tiles", {
      th: `ชิ้นส่วน ${names.length} ชิ้นที่ใหม่หรือโตขึ้นจาก ${from} เป็น ${to} รายการ`,
      en: `the ${names.length} tiles that are new or grew from ${from} to ${to} entries`,
    });
  const isCid = (cid: Json | undefined) => typeof cid === "string" && recordForms.cid.test(cid);
  if (!Object.values(tiles).every(isCid))
    members.refuse("tiles", { th: "รหัสเอกสาร (CID) แบบ base32", en: "CIDs in base32" });
  return tiles as BundleManifest["tiles"];
}

function checkCheckpoint(members: Members, { service, to, root, checkpoint }: BundleManifest): void {
  const { origin, size, root: signed } = openCheckpoint(checkpoint).checkpoint;
  if (!isOriginOf(origin, service) || size !== to || toHex(signed) !== root)
    members.refuse("checkpoint", {
      th: "หัวบันทึกของบริการ ขนาด และรากนี้",
      en: "a checkpoint of this service, size and root",
    });
}

function readManifest(value: unknown): BundleManifest {
  const members = openFile("bundle", BUNDLE_TYPE, value, MEMBERS);
  const service = members.text("service");
  if (!hasForm("service", service)) members.refuse("service", { th: "ชื่อบริการ", en: "a service's name" });
  const from = members.count("from");
  const to = members.count("to");
  if (to <= from || to - from > MAX_GROWTH)
    members.refuse("to", {
      th: `จำนวนที่มากกว่า from แต่ไม่เกิน ${MAX_GROWTH}`,
      en: `more than \`from\`, by at most ${MAX_GROWTH}`,
    });
  const manifest = {
    ...({ type: BUNDLE_TYPE, version: 1, service, from, to } as const),
    root: members.hex("root", 32),
    checkpoint: members.text("checkpoint"),
    coseSignature: members.hex("coseSignature", 64),
    tiles: readTiles(members, from, to),
  };
  checkCheckpoint(members, manifest);
  return manifest;
}

/**
 * The one form of a manifest: canonical JSON in UTF-8.
 *
 * @throws ProngsaiError LOG_FILE_MALFORMED, LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED for one that `parseManifest`
 * would refuse
 */
export function manifestBytes(manifest: BundleManifest): Uint8Array {
  const bytes = canonicalBytes(manifest as unknown as Json);
  parseManifest(bytes);
  return bytes;
}

function textOf(bytes: Uint8Array): string {
  try {
    if (bytes.length <= MAX_MANIFEST)
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The empty text below is refused with what is wanted.
  }
  return "";
}

/**
 * The manifest that bytes are: of its form, with just the tiles that its growth has, and with a checkpoint of the same
 * log, size and root. Whether the checkpoint's signature holds, and whether the tiles do, is not looked at.
 *
 * @throws ProngsaiError LOG_FILE_MALFORMED, LOG_FILE_VERSION, LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED
 */
export function parseManifest(bytes: Uint8Array): BundleManifest {
  const value = readJson("bundle", textOf(bytes));
  const manifest = readManifest(value);
  if (!equalBytes(canonicalBytes(value as Json), bytes)) throw malformedFile("bundle", "$", forms.canonical);
  return manifest;
}
