/** The score table and the list of survivors, each with the reason why no test can or need kill it. */
import { readFile, writeFile } from "node:fs/promises";
import { root } from "../solidity/compiler.ts";
import type { Mutant } from "./mutants.ts";
import type { Result } from "./results.ts";

export interface Judged {
  mutant: Mutant;
  result: Result;
}

/** id → why the survivor is harmless; kept by hand. */
export type Explanations = Record<string, string>;

export async function explanations(): Promise<Explanations> {
  const text = await readFile(new URL("survivors.json", import.meta.url), "utf8");
  return JSON.parse(text) as Explanations;
}

interface Score {
  name: string;
  killed: number;
  survived: number;
  invalid: number;
}

export function scores(judged: Judged[]): Score[] {
  const files = Map.groupBy(judged, ({ mutant }) => mutant.file);
  const rows = [...files].map(([name, list]) => ({ name, ...count(list) }));
  return [...rows, { name: "total", ...count(judged) }];
}

function count(judged: Judged[]) {
  const of = (verdict: string) => judged.filter(({ result }) => result.verdict === verdict).length;
  return { killed: of("killed"), survived: of("survived"), invalid: of("invalid") };
}

/** Percent of valid mutants that were killed; none of none is none. */
export const percent = ({ killed, survived }: Score) =>
  killed + survived === 0 ? 0 : (100 * killed) / (killed + survived);

/** The same in words; a dash where nothing was tried. */
export const written = (score: Score) =>
  score.killed + score.survived === 0 ? "–" : `${percent(score).toFixed(1)} %`;

/** @param mutants all there are, tried or not */
export async function writeReport(judged: Judged[], mutants: Mutant[], date: string): Promise<void> {
  const reasons = await explanations();
  const survivors = judged.filter(({ result }) => result.verdict === "survived");
  const lines = [
    "# Mutation score of our Solidity",
    "",
    `Written by \`npm run test:mutation\` on ${date}: ${judged.length} of ${mutants.length} mutants tried. A mutant is one small`,
    "error in the sources (another relation, boundary, constant, enum member or operator; a statement, check, event,",
    "journal entry or modifier left out). Killed: a test fails. Invalid: the compiler refuses it. The score is killed",
    "over killed and survived; a survivor of earlier tests counts until the present ones have tried it.",
    "",
    "| source | killed | survived | invalid | not tried | score |",
    "|---|---:|---:|---:|---:|---:|",
    ...scores(judged).map((row) => {
      const all = row.name === "total" ? mutants : mutants.filter(({ file }) => file === row.name);
      const untried = all.length - row.killed - row.survived - row.invalid;
      return `| ${row.name} | ${row.killed} | ${row.survived} | ${row.invalid} | ${untried} | ${written(row)} |`;
    }),
    "",
    "## Survivors",
    "",
    survivors.length === 0 ? "None." : "| id | place | before | after | why it is harmless |",
    ...(survivors.length === 0 ? [] : ["|---|---|---|---|---|"]),
    ...survivors.map(({ mutant }) => {
      const cell = (text: string) =>
        `\`${text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").slice(0, 80)}\``;
      const why = reasons[mutant.id] ?? "**not explained**";
      return `| ${mutant.id} | ${mutant.where} (${mutant.operator}) | ${cell(mutant.before)} | ${cell(mutant.after)} | ${why} |`;
    }),
    "",
  ];
  await writeFile(`${root}/docs/mutation.md`, lines.join("\n"));
}
