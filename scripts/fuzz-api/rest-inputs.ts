import { brokenCode, deepJson, hostileJson, hostileText } from "./hostile.ts";
import type { Input } from "./input.ts";
import type { Random } from "./random.ts";

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
}

export interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly parameters: readonly { name: string; in: "path" | "query"; schema: Schema }[] }
        >
      >
    >
  >;
}

/** What exists in the demonstration, so that inputs get past the first door. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  code: ["TH-2568-91001-000001-58", "91001", "91002"],
  project: ["TH-2568-91001-000001-58", "egp:67119524001", "ocds-prongs-egp-67119524001"],
  projectCode: ["TH-2568-91001-000001-58"],
  id: ["egp:67119524001", "4294967298"],
  province: ["10", "กรุงเทพมหานคร"],
  agency: ["91001", "เทศบาลตำบลแม่ริม"],
  query: ["ถนน", "ซื้อ", "67119524001"],
  rule: ["agreed-above-budget"],
  asOfBlock: ["1", "150", "300"],
  year: ["2568"],
  fiscalYear: ["2568", "๒๕๖๘", "2568,2569"],
  service: ["th.go.police.chatbot", "th.go.sathit-city.sign-tax"],
  from: ["2026-06-01T00:00:00Z", "2026-06-01"],
  to: ["2026-07-01T00:00:00+07:00", "2026-06-30"],
  type: ["inquiry.answered", "sign.registered"],
};

function likely(name: string, schema: Schema, random: Random): string {
  const known = LIKELY[name];
  if (known && random.chance(0.8)) return random.pick(known);
  const one = schema.items ?? schema;
  if (one.enum) return random.pick(one.enum);
  if (one.type === "boolean") return random.pick(["true", "false"]);
  return String(1 + random.below(12));
}

const encoded = (text: string, random: Random): string =>
  random.chance(0.04) ? brokenCode(random) : encodeURIComponent(text.toWellFormed());

const LANGUAGES = ["th", "en", "", "*", "th;q=x", "ก", "en-US,en;q=0.9,th;q=0.8", ";;;", "q".repeat(300)];

/** A request to any address of the description: some as meant, most with something wrong. */
export function restInput(document: OpenApi, random: Random): Input {
  const path = random.pick(Object.keys(document.paths));
  const [known, { parameters }] = random.pick(Object.entries(document.paths[path]!));
  const wrong = random.pick([0, 0.05, 0.3, 1]);
  const value = (name: string, schema: Schema) =>
    encoded(random.chance(wrong) ? hostileText(random) : likely(name, schema, random), random);
  const schemas = new Map(parameters.map((one) => [one.name, one.schema]));
  let address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => value(name, schemas.get(name) ?? {}));
  if (random.chance(0.02))
    address += random.pick(["/", "/..", "/%2e%2e/x", "//", ";x", ".json", "/manifest"]);
  const query = parameters
    .filter((one) => one.in === "query" && random.chance(0.25))
    .flatMap(({ name, schema }) =>
      Array.from(
        { length: random.chance(0.05) ? random.below(150) : 1 },
        () => `${name}=${value(name, schema)}`,
      ),
    );
  if (random.chance(0.05)) query.push(`${encoded(hostileText(random), random)}=${encoded("1", random)}`);
  const method = random.chance(0.03)
    ? random.pick(["PUT", "DELETE", "PATCH", "POST", "HEAD", "OPTIONS"])
    : known.toUpperCase();
  const headers: Record<string, string> = { "Accept-Language": ascii(random.pick(LANGUAGES)) };
  if (random.chance(0.1)) headers["If-None-Match"] = ascii(hostileText(random));
  if (random.chance(0.03)) headers.Accept = random.pick(["text/html", "image/*", "a/b;c", ""]);
  return {
    method,
    path: query.length > 0 ? `${address}?${query.join("&")}` : address,
    headers,
    ...(method === "POST" && bodyOf(random, headers)),
  };
}

/** Headers hold visible ASCII only. */
const ascii = (text: string) => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 500);

const TYPES = [
  "application/json",
  "text/plain",
  "application/xml",
  "multipart/form-data; boundary=x",
  "",
  "a",
];

function bodyOf(random: Random, headers: Record<string, string>): { body: string } {
  headers["Content-Type"] = random.chance(0.8) ? TYPES[0]! : random.pick(TYPES);
  const kind = random.below(6);
  if (kind === 0) return { body: deepJson(random) };
  if (kind === 1) return { body: JSON.stringify(hostileJson(random)) };
  if (kind === 2) return { body: `${JSON.stringify({ signed: "0x00" }).slice(0, random.below(18))}` };
  if (kind === 3) return { body: JSON.stringify({ signed: `0x${"ab".repeat(random.below(60_000))}` }) };
  const signed = random.chance(0.5) ? hostileText(random) : `0x02f8${"0f".repeat(random.below(200))}`;
  return { body: JSON.stringify({ signed, wait: random.pick([true, false, null, "yes"]) }) };
}
