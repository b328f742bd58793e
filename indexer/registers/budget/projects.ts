import { brief, project, projectReference } from "../../store/tables/budget/projects.ts";
import { put, rowKey } from "../types.ts";
import type { Put, Register } from "../types.ts";
import { documentColumns, shortText } from "../values.ts";

const projectRead = ({ code }: { code: string }) => [rowKey(project, shortText(code))];

const DRAFT = 1;

/** The words are read from the document later; the mirror says so until then. */
function unread(cid: string, block: bigint): Put {
  return put(brief, {
    cid,
    sha256: null,
    state: "pending",
    title_th: null,
    title_en: null,
    description_th: null,
    description_en: null,
    province: null,
    district: null,
    content: null,
    block,
  });
}

export const projects: Register<"BudgetProjects"> = {
  BudgetProjects: {
    ProjectDrafted: {
      apply: (e, { block, timestamp }) => {
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
            unread(e.brief.cid, block),
          ],
        };
      },
    },
    ProjectBriefRevised: {
      reads: projectRead,
      apply: (e, { get, block }) => {
        const row = get(project, shortText(e.code));
        const next = { ...row, ...documentColumns("brief", e.brief) };
        const puts = [put(project, next), unread(e.brief.cid, block)];
        return { project: row.code, agency: row.agency, puts };
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
