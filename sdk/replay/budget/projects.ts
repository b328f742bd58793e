import { decodeBytes32Text } from "../../bytes32.ts";
import { isProjectCode } from "../../project-code.ts";
import type { Act, Handlers } from "../act.ts";
import { Duty, ProjectStage } from "../numbers.ts";
import { registrationsOf } from "../access/handlers.ts";

const { DRAFT, REGISTERED, ACTIVE, SUSPENDED, COMPLETED, AUDITED, CANCELLED } = ProjectStage;

/** Where a project may go from where. */
const moves: ReadonlyMap<bigint, readonly bigint[]> = new Map([
  [DRAFT, [REGISTERED, CANCELLED]],
  [REGISTERED, [ACTIVE, CANCELLED]],
  [ACTIVE, [SUSPENDED, COMPLETED, CANCELLED]],
  [SUSPENDED, [ACTIVE, CANCELLED]],
  [COMPLETED, [AUDITED]],
]);

export const projectOf = (act: Act, code: string) => act.find("project", act.state.projects, code);

export const budgetProjects: Handlers<"BudgetProjects"> = {
  ProjectDrafted: ({ code, agency, year, officer }, act) => {
    const { projects, sequences } = act.state;
    const { personTag } = act.officer(officer, Duty.RECORDER, agency);
    const entity = `project ${code}`;
    const sequence = (sequences.get(`${agency}/${year}`) ?? 0n) + 1n;
    sequences.set(`${agency}/${year}`, sequence);
    const digits = (value: bigint, length: number) => String(value).padStart(length, "0");
    const text = decodeBytes32Text(code);
    const body = `TH-${year}-${digits(agency, 5)}-${digits(sequence, 6)}-`;
    act.rule(text.startsWith(body) && isProjectCode(text), "PROJECT_CODE", entity, text, `${body}cc`);
    act.rule(!projects.has(code), "CODE_UNIQUE", entity, "drafted twice", "once");
    projects.set(code, {
      ...{ agency, year, state: DRAFT, openCommitments: 0n, drafter: personTag },
      ...{ authors: new Set([personTag]), references: [], committed: 0n },
    });
  },
  ProjectBriefRevised: ({ code, officer }, act) => {
    const project = projectOf(act, code);
    const { personTag } = act.officer(officer, Duty.RECORDER, project.agency);
    if (project.state === DRAFT) project.authors.add(personTag);
  },
  ProjectReferenced: ({ code, scheme, value }, act) => {
    const { references } = projectOf(act, code);
    const isNew = !references.some((each) => each.scheme === scheme && each.value === value);
    act.rule(isNew, "REFERENCE_UNIQUE", `project ${code}`, `${scheme} ${value} twice`, "once");
    references.push({ scheme, value });
  },
  ProjectStateChanged: ({ code, from, to, officer }, act) => {
    const project = projectOf(act, code);
    const entity = `project ${code}`;
    act.stands(entity, project.state, from);
    act.stands(entity, to, ...(moves.get(from) ?? []));
    if (to === REGISTERED) {
      const { personTag } = act.officer(officer, Duty.APPROVER_1, project.agency);
      act.separate(entity, personTag, ...project.authors);
    } else if (to === AUDITED) {
      const { personTag } = act.officer(officer, Duty.AUDITOR);
      const serves = registrationsOf(act.state, personTag).some(({ agency }) => agency === project.agency);
      act.rule(!serves, "OWN_AGENCY", entity, personTag, "an auditor of elsewhere");
    } else act.officer(officer, Duty.BUDGET, project.agency);
    if (to === COMPLETED)
      act.rule(project.openCommitments === 0n, "NOTHING_OPEN", entity, project.openCommitments, 0n);
    if (to === CANCELLED)
      act.rule(project.committed === 0n, "NOTHING_COMMITTED", entity, project.committed, 0n);
    project.state = to;
  },
};
