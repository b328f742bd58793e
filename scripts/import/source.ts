import { readFile } from "node:fs/promises";
import type { ReportedPackage } from "../../sdk/import/index.ts";
import { maskTitledNames } from "../../sdk/import/person-names.ts";
import { withholdPersons } from "../../sdk/import/personal-data.ts";
import { importCommandError } from "./errors.ts";

/** What is told about a published file: where it comes from, when it was fetched, under which licence. */
export interface SourceDescription {
  /** The description as it is kept, byte for byte as given. */
  readonly bytes: Uint8Array;
  readonly url: string;
  /** Unix seconds. */
  readonly retrievedAt: number;
  readonly licence: string;
  /** SHA-256 that the published file must have, in hexadecimal; null where the description was made here. */
  readonly sha256: string | null;
}

function member(json: Record<string, unknown>, name: string, path: string): string {
  const value = json[name];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw importCommandError("IMPORT_SOURCE_UNREADABLE", {
    th: `${path} ไม่มี "${name}"`,
    en: `${path} has no "${name}"`,
  });
}

/** An address as a whole; “note:…” would pass for one too by its form alone. */
const ADDRESS = /^https?:\/\/[^\s]+$/;

/** Of an address names alone: the publisher's own are public and full of numbers. */
function namesPerson(text: string): boolean {
  if (!ADDRESS.test(text)) return withholdPersons(text) !== text;
  const bytesOf = (escaped: string) => Buffer.from(escaped.replaceAll("%", ""), "hex").toString();
  const words = text.replace(/(?:%[0-9a-f]{2})+/gi, bytesOf).replaceAll("=", " ");
  return maskTitledNames(words, "") !== words;
}

/** Names and numbers of persons in a description. */
function* personal(value: unknown, place: string): Generator<string> {
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value);
    if (namesPerson(text)) yield place;
  } else if (value !== null && typeof value === "object")
    for (const [name, member] of Object.entries(value)) {
      if (withholdPersons(name) !== name) yield place;
      yield* personal(member, place === "" ? name : `${place}.${name}`);
    }
}

/** @throws ProngsaiError IMPORT_SOURCE_UNREADABLE, IMPORT_SOURCE_PERSONAL */
export async function readSource(path: string): Promise<SourceDescription> {
  let bytes: Uint8Array;
  let json: Record<string, unknown>;
  try {
    bytes = await readFile(path);
    json = Object(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))) as Record<
      string,
      unknown
    >;
  } catch (cause) {
    throw importCommandError(
      "IMPORT_SOURCE_UNREADABLE",
      { th: `อ่าน ${path} เป็น JSON ไม่ได้`, en: `${path} cannot be read as JSON` },
      cause,
    );
  }
  const [place] = personal(json, "");
  if (place !== undefined)
    throw importCommandError("IMPORT_SOURCE_PERSONAL", {
      th: `"${place}" ใน ${path} มีชื่อหรือเลขของบุคคลธรรมดา คำอธิบายแหล่งที่มาเผยแพร่ต่อสาธารณะและลบไม่ได้`,
      en: `"${place}" in ${path} holds a name or a number of a natural person; the description is published and cannot be erased`,
    });
  const sha256 = member(json, "sha256", path).toLowerCase().replace(/^0x/, "");
  const milliseconds = Date.parse(member(json, "retrieved_at", path));
  if (!/^[0-9a-f]{64}$/.test(sha256) || Number.isNaN(milliseconds)) {
    throw importCommandError("IMPORT_SOURCE_UNREADABLE", {
      th: `"sha256" หรือ "retrieved_at" ใน ${path} ใช้ไม่ได้`,
      en: `${path} has no usable "sha256" or "retrieved_at"`,
    });
  }
  const url = member(json, "source_url", path);
  if (!ADDRESS.test(url) || !URL.canParse(url))
    throw importCommandError("IMPORT_SOURCE_UNREADABLE", {
      th: `"source_url" ใน ${path} ไม่ใช่ที่อยู่ที่ขึ้นต้นด้วย http:// หรือ https://`,
      en: `"source_url" in ${path} is no address that begins with http:// or https://`,
    });
  return {
    bytes,
    url,
    retrievedAt: Math.floor(milliseconds / 1000),
    licence: member(json, "license", path),
    sha256,
  };
}

/** The description of an OCDS source that has none beside it, from what its packages say of themselves. */
export function describePackages(
  packages: readonly ReportedPackage[],
  file: { sha256: string; modifiedAt: number },
): SourceDescription {
  const [first] = packages;
  const url = first?.uri ?? "unknown";
  const licence = first?.license ?? "unknown";
  const description = {
    source_url: url,
    publisher: first?.publisher ?? null,
    license: licence,
    publication_policy: first?.publicationPolicy ?? null,
    retrieved_at: new Date(file.modifiedAt * 1000).toISOString(),
    sha256: file.sha256,
    ocds_versions: [...new Set(packages.map(({ version }) => version))],
    ocds_extensions: [...new Set(packages.flatMap(({ extensions }) => extensions))],
    notes: [
      "Made by the importer from the packages' own metadata; retrieved_at is the file's time of change.",
    ],
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(description, null, 2)}\n`);
  return { bytes, url, retrievedAt: file.modifiedAt, licence, sha256: null };
}
