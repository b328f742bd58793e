import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { contractErrorCatalogue } from "../../sdk/error-catalogue.ts";

/** How docs/contract-errors.md must read; the catalogue in sdk/errors is its source. */
export function contractErrorsDocument(): string {
  const rows = Object.entries(contractErrorCatalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { th, en }]) => `| \`${name}\` | ${en.join(" | ")} | ${th.join(" ")} |\n`);
  return `# Contract errors

Why a contract refuses a call. The code is the error's name; words in braces stand for its values, after the colon the
unit in which they are shown. Written from the catalogue in \`sdk/errors/\` by
\`node scripts/build/contract-errors-document.ts\`.

| code | what | why | how to mend | Thai |
|---|---|---|---|---|
${rows.join("")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(new URL("../../docs/contract-errors.md", import.meta.url), contractErrorsDocument());
}
