import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../vectors/", import.meta.url));

function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => `${folder}/${name}`)
    .flatMap((path) =>
      statSync(path).isDirectory() ? jsonFiles(path) : path.endsWith(".json") ? [path] : [],
    );
}

/** Every vector below test/sdk/vectors/<folder>, with its path there as name. */
export function vectors<T>(folder: string): { name: string; vector: T }[] {
  return jsonFiles(root + folder).map((path) => ({
    name: path.slice(root.length),
    vector: JSON.parse(readFileSync(path, "utf8")) as T,
  }));
}

/** The same with whole numbers as bigints, which hold every digit of 64-bit ones. */
export function exactVectors<T>(folder: string): { name: string; vector: T }[] {
  return jsonFiles(root + folder).map((path) => ({
    name: path.slice(root.length),
    vector: JSON.parse(readFileSync(path, "utf8"), (_, value: unknown, context?: { source?: string }) =>
      typeof value === "number" ? BigInt(context!.source!) : value,
    ) as T,
  }));
}

/** Bytes of a base64 text; none for null, as the vectors write absent values. */
export function fromBase64(text: string | null): Uint8Array {
  return new Uint8Array(Buffer.from(text ?? "", "base64"));
}
