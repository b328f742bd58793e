import { isEnumType } from "graphql";
import type { Locale } from "../../../sdk/errors.ts";
import { apiTexts } from "../../errors/texts.ts";
import { intakeTexts } from "../../intake/errors/texts.ts";
import { restTexts } from "../problems/texts.ts";
import type { Described } from "./described.ts";
import { tagTexts } from "./described.ts";
import { escapeHtml as e } from "./html.ts";
import { parameterTexts } from "./parameter-texts.ts";

const words = {
  th: {
    title: "API ของโปร่งใส",
    intro:
      "ข้อมูลทุกชิ้นในหน้านี้เป็นกระจกของสมุดบัญชีกลางที่แก้ย้อนหลังไม่ได้ ใครก็อ่านและตรวจเทียบกับสมุดบัญชีได้ ไม่ต้องลงทะเบียน จำนวนเงินเป็นสตางค์ ปีเป็นพุทธศักราช เวลาเป็น UTC",
    machine: "คำอธิบายสำหรับโปรแกรม (OpenAPI 3.1)",
    other: "English",
    contents: "สารบัญ",
    parameter: "พารามิเตอร์",
    kind: "ชนิด",
    meaning: "ความหมาย",
    required: "ต้องระบุ",
    repeated: "ระบุซ้ำได้",
    none: "ไม่มีพารามิเตอร์",
    errors: "รหัสข้อผิดพลาด",
    why: "เหตุผล",
    mend: "วิธีแก้",
    code: "รหัส",
    one: "ค่าหนึ่งใน",
    skip: "ข้ามไปยังเนื้อหา",
  },
  en: {
    title: "The API of Prongsai",
    intro:
      "Everything here mirrors the ledger, which nobody can change afterwards. Anybody may read it and check it against the ledger, without registration. Money is in satang (1/100 baht), years are Buddhist-era, times are UTC.",
    machine: "Description for programs (OpenAPI 3.1)",
    other: "ภาษาไทย",
    contents: "Contents",
    parameter: "Parameter",
    kind: "Type",
    meaning: "Meaning",
    required: "required",
    repeated: "may be repeated",
    none: "No parameters.",
    errors: "Error codes",
    why: "Why",
    mend: "How to mend",
    code: "Code",
    one: "one of",
    skip: "Skip to content",
  },
} as const;

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.65 "IBM Plex Sans Thai Looped", "Sarabun", system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
code, pre { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
h2 { border-bottom: 2px solid #3730a3; margin-top: 3rem; }
h3 { margin: 2rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8888; padding: .35rem .5rem; text-align: left; vertical-align: top; }
a { color: #3730a3; } @media (prefers-color-scheme: dark) { a { color: #a5b4fc; } }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
@media (max-width: 40rem) { thead { position: absolute; left: -99rem; } td { display: block; border: 0; padding: 0 .5rem; } tr { display: block; border-bottom: 1px solid #8888; padding: .35rem 0; } }
`;

function parameterRow(address: Described, language: Locale): string {
  const w = words[language];
  return address.parameters
    .map(({ name, type, required, list, default: value }) => {
      const kind = isEnumType(type)
        ? `${w.one} ${type
            .getValues()
            .map((one) => `<code>${e(one.name)}</code>`)
            .join(", ")}`
        : `<code>${e(type.name)}</code>`;
      const notes = [
        required && w.required,
        list && w.repeated,
        value !== undefined && `= <code>${e(String(value))}</code>`,
      ];
      return `<tr><td><code>${e(name)}</code></td><td>${[kind, ...notes.filter(Boolean)].join("; ")}</td><td>${e(parameterTexts[name]![language])}</td></tr>`;
    })
    .join("");
}

function section(address: Described, language: Locale): string {
  const w = words[language];
  const types = Object.values(address.answers).flatMap(({ content }) => Object.keys(content));
  const table =
    address.parameters.length === 0
      ? `<p>${w.none}</p>`
      : `<table><thead><tr><th scope="col">${w.parameter}</th><th scope="col">${w.kind}</th><th scope="col">${w.meaning}</th></tr></thead><tbody>${parameterRow(address, language)}</tbody></table>`;
  return `<h3 id="${e(address.id)}"><code>${address.method.toUpperCase()} ${e(address.path)}</code></h3>
<p>${e(address.summary[language])} <small>${[...new Set(types)].map((type) => `<code>${e(type)}</code>`).join(" ")}</small></p>
${table}`;
}

/** Values that the texts name are shown as their names. */
const example = new Proxy({} as Record<string, unknown>, {
  get: (_, name) =>
    name === "wanted"
      ? { th: " ‹wanted›", en: "‹wanted›" }
      : typeof name === "string"
        ? `‹${name}›`
        : undefined,
});

function errorRows(language: Locale): string {
  return Object.entries({ ...apiTexts, ...restTexts, ...intakeTexts })
    .map(([code, text]) => {
      const { what, why, mend } = text(example)[language];
      return `<tr id="${code}"><td><code>${code}</code></td><td>${e(what)}</td><td>${e(why)}</td><td>${e(mend)}</td></tr>`;
    })
    .join("");
}

/** The readable page of the API: plain HTML without script and without anything from elsewhere. */
export function apiPage(addresses: readonly Described[], language: Locale): string {
  const w = words[language];
  const tags = Object.entries(tagTexts).filter(([tag]) => addresses.some((one) => one.tag === tag));
  const chapters = tags.map(
    ([tag, text]) =>
      `<section><h2 id="tag-${tag}">${e(text[language])}</h2>${addresses
        .filter((one) => one.tag === tag)
        .map((one) => section(one, language))
        .join("")}</section>`,
  );
  const other = language === "th" ? "en" : "th";
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.title}</title><style>${style}</style></head><body>
<a class="skip" href="#main">${w.skip}</a>
<header><p><a href="/api?lang=${other}" lang="${other}" hreflang="${other}">${w.other}</a></p></header>
<main id="main"><h1>${w.title}</h1><p>${w.intro}</p>
<p><a href="/openapi.json?lang=${language}">${w.machine}</a> · <a href="/graphql">GraphQL</a></p>
<nav aria-label="${w.contents}"><ul>${tags.map(([tag, text]) => `<li><a href="#tag-${tag}">${e(text[language])}</a></li>`).join("")}<li><a href="#errors">${w.errors}</a></li></ul></nav>
${chapters.join("\n")}
<section><h2 id="errors">${w.errors}</h2><table><thead><tr><th scope="col">${w.code}</th><th scope="col"></th><th scope="col">${w.why}</th><th scope="col">${w.mend}</th></tr></thead><tbody>${errorRows(language)}</tbody></table></section>
</main></body></html>
`;
}

/** The page's one style, so that a policy can allow it by its hash. */
export const pageStyle = style;
