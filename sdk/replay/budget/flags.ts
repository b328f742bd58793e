import type { Act, Handlers } from "../act.ts";
import { AGENCY_DUTIES, Duty, FlagStage } from "../numbers.ts";
import { registrationsOf } from "../access/handlers.ts";
import { projectOf } from "./projects.ts";

const { OPEN, REPLIED, UNDER_REVIEW } = FlagStage;
const FIRST_VERDICT = 4n;
const LAST_VERDICT = 6n;

const flagOf = (act: Act, id: bigint) => act.find("flag", act.state.flags, id);

/** A flag on an agency is reviewed by an auditor who does not serve it. */
function byAuditor(act: Act, id: bigint, officer: string) {
  const flag = flagOf(act, id);
  const { personTag } = act.officer(officer, Duty.AUDITOR);
  const serves = registrationsOf(act.state, personTag).some(({ agency }) => agency === flag.agency);
  act.rule(!serves, "OWN_AGENCY", `flag ${id}`, personTag, "an auditor of elsewhere");
  return flag;
}

export const budgetFlags: Handlers<"BudgetFlags"> = {
  FlagRaised: ({ flagId, code, rule, signer, replyDueAt }, act) => {
    const { flags, nonces } = act.state;
    const { agency } = projectOf(act, code);
    act.isNext("flag", flags, flagId);
    const raisedAt = act.event.time;
    flags.set(flagId, { code, agency, state: OPEN, unanswered: false, raisedAt, replyDueAt, rule, signer });
    nonces.set(signer, (nonces.get(signer) ?? 0n) + 1n);
  },
  FlagReplied: ({ flagId, officer }, act) => {
    const flag = flagOf(act, flagId);
    act.officer(officer, AGENCY_DUTIES, flag.agency);
    act.stands(`flag ${flagId}`, flag.state, OPEN);
    flag.state = REPLIED;
  },
  FlagMarkedUnanswered: ({ flagId }, act) => {
    const flag = flagOf(act, flagId);
    const { time } = act.event;
    act.stands(`flag ${flagId}`, flag.state, OPEN);
    act.rule(time > flag.replyDueAt, "REPLY_CLOCK", `flag ${flagId}`, time, `after ${flag.replyDueAt}`);
    flag.unanswered = true;
  },
  FlagReviewStarted: ({ flagId, officer }, act) => {
    const flag = byAuditor(act, flagId, officer);
    act.stands(`flag ${flagId}`, flag.state, ...(flag.unanswered ? [OPEN, REPLIED] : [REPLIED]));
    flag.state = UNDER_REVIEW;
  },
  FlagDecided: ({ flagId, verdict, officer }, act) => {
    const flag = byAuditor(act, flagId, officer);
    act.stands(`flag ${flagId}`, flag.state, UNDER_REVIEW);
    const known = verdict >= FIRST_VERDICT && verdict <= LAST_VERDICT;
    act.rule(known, "VERDICT", `flag ${flagId}`, verdict, "upheld, dismissed or referred");
    flag.state = verdict;
  },
};
