import { isProjectCode, parseProjectCode } from "../../sdk/project-code.ts";
import { toArabicDigits } from "../../sdk/thai-digits.ts";
import { inLanguage } from "../i18n/languages.ts";

/** Parameters that make another page, by the address of the page. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  "/projects": ["state", "year", "flagged", "after"],
  "/reported": ["agency", "province", "method", "year", "flag", "source", "batch", "after"],
  "/compare": ["data", "by", "year", "after"],
  "/services": ["agency", "state", "after"],
  "/witnesses": ["after"],
};
const PAGED = /^\/(agency|flags|imports)\/[^/]+$|^\/(imports|refused)$/;
/** What is found depends on words that anybody may type; such pages are no place of their own. */
const TYPED = /^\/(search|verify|catch-us)$/;

const whole = (text: string) => text.replace(/^0+(?=\d)/, "");

/** How a name in an address is written rightly, by what stands before it. */
const spellings: Readonly<Record<string, (name: string) => string>> = {
  p: (code) => (isProjectCode(code) ? parseProjectCode(code).code : code),
  tx: (hash) => hash.toLowerCase(),
  agency: (code) => whole(toArabicDigits(code)),
  block: (number) => whole(toArabicDigits(number)),
  imports: (id) => whole(toArabicDigits(id)),
  services: (name) => name.toLowerCase(),
};

const encode = (name: string) => encodeURIComponent(name).replaceAll("%3A", ":");

/**
 * The address that a mistyped or old one should be: other digits or letters, zeros in front, slashes too many, a
 * language that needs no sign. The same when it is right as it is.
 *
 * @param path as browsers write it
 * @throws URIError when it cannot be read
 */
export function rightPath(path: string): string {
  const names = path.split("/").map(decodeURIComponent);
  const kept = names.filter(Boolean);
  if (kept[0] === "th") kept.shift();
  if (kept.at(-1) === "index.html") kept.pop();
  const [kind = "", name] = kept.slice(kept[0] === "en" ? 1 : 0);
  const spell = Object.hasOwn(spellings, kind) ? spellings[kind] : undefined;
  if (spell && name !== undefined && !/[\s/\\]/.test(spell(name)))
    kept[kept.length - 1] = rightName(kept, spell);
  const right = ["", ...kept];
  if (right.length === 1) right.push("");
  const isRight = right.length === names.length && right.every((one, i) => one === names[i]);
  return isRight ? path : right.map(encode).join("/");
}

function rightName(kept: readonly string[], spell: (name: string) => string): string {
  const depth = kept[0] === "en" ? 3 : 2;
  return kept.length === depth ? spell(kept.at(-1)!) : kept.at(-1)!;
}

/** The page as it should be known, with only what makes it another page; null for what should not be known. */
export function canonicalAddresses(origin: string, path: string, search: string) {
  const bare = inLanguage(path, "th");
  if (TYPED.test(bare) && search !== "") return null;
  const names = parameters[bare] ?? (PAGED.test(bare) ? ["after"] : []);
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams(
    names.flatMap((name) => {
      const value = given.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  ).toString();
  const address = (there: string) => origin + there + (kept && `?${kept}`);
  return {
    canonical: address(path),
    th: address(inLanguage(path, "th")),
    en: address(inLanguage(path, "en")),
  };
}
