import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { schemaCid, services } from "../../sdk/log/catalogue/index.ts";
import type { ActionType, Schema } from "../../sdk/log/catalogue/index.ts";
import { commonActions } from "../../sdk/log/common/index.ts";

const row = (action: ActionType) =>
  `| \`${action.type}\` | ${action.version} | ${action.title.th} | ${action.title.en} | \`${schemaCid(action)}\` |\n`;

const table = (actions: readonly ActionType[]) =>
  `| type | version | Thai | English | JSON Schema |\n|---|---|---|---|---|\n${actions.map(row).join("")}`;

/** Values that a field may have, from its schema. */
function valuesOf({ enum: list, type, minimum, maximum }: Schema): string {
  if (Array.isArray(list)) return list.map((value) => `\`${String(value)}\``).join(", ");
  return `${String(type)} ${String(minimum)} to ${String(maximum)}`;
}

/** Fields and an example of a type, all of them required. */
const fieldsOf = ({ type, fields, examples }: ActionType) => `
### \`${type}\`

| field of \`data\` | values | Thai | English |
|---|---|---|---|
${Object.entries(fields)
  .map(([name, { schema, label }]) => `| \`${name}\` | ${valuesOf(schema)} | ${label.th} | ${label.en} |\n`)
  .join("")}
All of them are required, and there are no others. Example: \`${JSON.stringify(examples.at(-1))}\`
`;

/** How docs/catalogue.md must read; sdk/log/catalogue is its source. */
export function catalogueDocument(): string {
  const sections = services.map(
    ({ name, title, agency, purpose, actions, heartbeatSeconds, maximumMergeDelaySeconds }) =>
      `## ${title.th} · ${title.en}

\`${name}\`, ${agency.name.en}. Anchored within ${maximumMergeDelaySeconds / 60} minutes; silence is overdue after ${heartbeatSeconds / 3_600} hours.

${purpose.th}

${purpose.en}

${table(actions)}`,
  );
  return `# Catalogue of the action log

The services of the demonstration and what they log. Fields, sentences and examples of each type stand in
\`sdk/log/catalogue/\`; the schema is published as a document under its CID. Written from there by
\`node scripts/build/catalogue-document.ts\`.

${sections.join("\n")}
## Types of every service

${table(commonActions)}${commonActions.map(fieldsOf).join("")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(new URL("../../docs/catalogue.md", import.meta.url), catalogueDocument());
}
