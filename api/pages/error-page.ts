import type { Response } from "express";
import type { Locale, ProngsaiError } from "../../sdk/errors.ts";
import { escapeHtml } from "../rest/openapi/html.ts";
import { retryAfter, statusOf } from "../rest/problems/status.ts";

const words = {
  th: { code: "รหัสข้อผิดพลาด", mend: "วิธีแก้ไข", home: "ไปหน้าแรก", name: "โปร่งใส" },
  en: { code: "Error code", mend: "What to do", home: "Go to the first page", name: "Prongsai" },
} as const;

function section(error: ProngsaiError, language: Locale, heading: "h1" | "h2"): string {
  const { what, why, mend } = error.explain(language);
  const { code, mend: label, home } = words[language];
  return `<section lang="${language}">
<${heading}>${escapeHtml(what)}</${heading}>
<p>${escapeHtml(why)}</p>
<p>${label}: ${escapeHtml(mend)}</p>
<p>${code} <code>${escapeHtml(error.code)}</code></p>
<p><a href="${language === "th" ? "/" : "/en"}">${home}</a></p>
</section>`;
}

/** What went wrong, in words of both languages; needs neither database nor script. */
export function errorPage(error: ProngsaiError, language: Locale, styles: readonly string[]): string {
  const other = language === "th" ? "en" : "th";
  const links = styles.map((file) => `<link rel="stylesheet" href="${escapeHtml(file)}">\n`).join("");
  const title = `${error.explain(language).what} · ${words[language].name}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
${links}</head>
<body class="error-page">
<main>
${section(error, language, "h1")}
${section(error, other, "h2")}
</main>
</body>
</html>
`;
}

export function sendErrorPage(
  error: ProngsaiError,
  language: Locale,
  styles: readonly string[],
  response: Response,
): void {
  const wait = retryAfter(error);
  if (wait !== null) response.set("Retry-After", String(wait));
  response.removeHeader("ETag");
  response
    .status(statusOf(error))
    .set({ "Cache-Control": "no-store", "Content-Language": language })
    .type("html")
    .end(errorPage(error, language, styles));
}
