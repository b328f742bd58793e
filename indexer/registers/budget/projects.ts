import { project, projectReference } from "../../store/tables/projects.ts";
import { put, rowKey } from "../types.ts";
import type { Register } from "../types.ts";
import { documentColumns, shortText } from "../values.ts";

const projectRead = ({ code }: { code: string }) => [rowKey(project, shortText(code))];

const DRAFT = 1;

export const projects: Register<"BudgetProjects"> = {
  BudgetProjects: {
    ProjectDrafted: {
      apply: (e, { timestamp }) => {
        const code = shortText(e.code);
        return {
          project: code,
          agency: e.agency,
          puts: [
            put(project, {
              code,
              agency: e.agency,
              year: e.year,
              state: DRAFT,
              officer: e.officer,
              ...documentColumns("brief", e.brief),
              drafted_at: timestamp,
              state_since: timestamp,
            }),
          ],
        };
      },
    },
    ProjectBriefRevised: {
      reads: projectRead,
      apply: (e, { get }) => {
        const row = get(project, shortText(e.code));
        const next = { ...row, ...documentColumns("brief", e.brief) };
        return { project: row.code, agency: row.agency, puts: [put(project, next)] };
      },
    },
    ProjectReferenced: {
      reads: projectRead,
      apply: (e, { get }) => {
        const { code, agency } = get(project, shortText(e.code));
        const row = { project: code, scheme: shortText(e.scheme), value: e.value };
        return { project: code, agency, puts: [put(projectReference, row)] };
      },
    },
    ProjectStateChanged: {
      reads: projectRead,
      apply: (e, { get, timestamp }) => {
        const row = get(project, shortText(e.code));
        const next = { ...row, state: e.to, state_since: timestamp };
        return { project: row.code, agency: row.agency, puts: [put(project, next)] };
      },
    },
  },
};
