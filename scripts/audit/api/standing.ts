import { Duty, YearStage } from "../../../sdk/replay/index.ts";
import type { Part } from "../part.ts";
import { ask } from "./client.ts";
import { nameIn } from "./expected.ts";
import { compareSets } from "./sets.ts";
import type { StateTarget } from "./target.ts";

const YEARS = "query ($block: Int!) { fiscalYears(asOfBlock: $block) { year state ceiling approved } }";

type Year = {
  readonly year: number;
  readonly state: string;
  readonly ceiling: string;
  readonly approved: string;
};

/** Every budget year: state, ceiling and what was approved under it. */
export async function compareYears({ url, block, state }: StateTarget, part: Part): Promise<void> {
  const { fiscalYears } = await ask<{ fiscalYears: readonly Year[] }>(url, YEARS, { block });
  const told = ({ year, state: stage, ceiling, approved }: Record<keyof Year, unknown>) =>
    `${String(year)}: ${String(stage)}, ceiling ${String(ceiling)}, approved ${String(approved)}`;
  const wanted = [...state.years].map(([year, entry]) =>
    told({ ...entry, year, state: nameIn(YearStage, entry.state) }),
  );
  compareSets("budget years", "fiscal year", fiscalYears.map(told), wanted, part);
}

const OFFICERS = `query ($code: Int!, $block: Int!) { agency(code: $code, asOfBlock: $block) {
  officers(first: 1000) { nodes { account duties revoked personTag } } } }`;

type Officer = {
  readonly account: string;
  readonly duties: readonly string[];
  readonly revoked: boolean;
  readonly personTag: string;
};

/** Every officer of every agency: account, duties, whether revoked, and the tag of the person. */
export async function compareOfficers({ url, block, state }: StateTarget, part: Part): Promise<void> {
  const officers = Map.groupBy(state.officers, ([, { agency }]) => agency);
  for (const code of state.agencies.keys()) {
    const answer = await ask<{ agency: { officers: { nodes: readonly Officer[] } } | null }>(url, OFFICERS, {
      ...{ code: Number(code), block },
    });
    const told = (account: string, duties: readonly string[], revoked: boolean, personTag: string) =>
      `${account.toLowerCase()} ${duties.toSorted().join(", ")}${revoked ? ", revoked" : ""}, person ${personTag}`;
    const found = (answer.agency?.officers.nodes ?? []).map((officer) =>
      told(officer.account, officer.duties, officer.revoked, officer.personTag),
    );
    const wanted = (officers.get(code) ?? []).map(([account, { duties, revoked, personTag }]) =>
      told(account, dutyNames(duties), revoked, personTag),
    );
    compareSets("officers", `officer of agency ${code}`, found, wanted, part);
  }
}

const dutyNames = (duties: bigint): string[] =>
  Object.entries(Duty)
    .filter(([, bit]) => (duties & bit) !== 0n)
    .map(([name]) => name);
