import { DAY, HOUR, dayOf } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Stage } from "../play/play.ts";
import { cycleClosed, cycleOpened } from "./cycles.ts";
import { checkinRecorded, krAmended, objectiveCommitted } from "./objectives.ts";
import { appealDecided, appealFiled, scoreFinalised } from "./scores.ts";
import { SCORING_RULE, gradeOf, score } from "./scoring.ts";

const ruleVersion = SCORING_RULE;
/** A demonstration cycle lasts four weeks, so that a month shows a whole one; real ones last half a year. */
const WEEKS = 4;
const CYCLE = WEEKS * 7 * DAY;
const STAFF = 60;

const weightings = [
  [4_000, 3_000, 3_000],
  [5_000, 5_000],
  [2_500, 2_500, 2_500, 2_500],
  [6_000, 4_000],
] as const;

/** When an appeal began and ended, ms. */
interface Appeal {
  readonly filed: number;
  readonly decided: number;
}

/** One objective of one person: committed, followed up each week, scored, now and then appealed. */
function objective(stage: Stage, key: string, opens: number): Appeal | undefined {
  const story = stage.story(key, opens);
  const { random } = story;
  const weights = random.pick(weightings);
  const ends = opens + CYCLE;
  story.office(0, 4 * 24 * 60);
  const committed = story.now;
  story.act("staff", objectiveCommitted, {
    aim: random.pick(["service", "quality", "time", "cost", "learning", "integrity"]),
    weights,
    due: dayOf(ends - DAY),
  });
  let progress = weights.map(() => 0);
  for (let week = 1; week < WEEKS; week++) {
    story.now = Math.max(story.now + HOUR, opens + week * 7 * DAY);
    story.office(60, 3 * 24 * 60);
    if (random.chance(0.08)) {
      const data = {
        keyResult: random.between(1, weights.length),
        change: random.pick(["targetUp", "targetDown", "later", "measure"]),
        reason: random.pick(["budgetChanged", "lawChanged", "duties", "mistake"]),
        approvedBy: random.pick(["supervisor", "committee"]),
        daysAfter: story.daysSince(committed),
      };
      story.act("supervisor", krAmended, data, [objectiveCommitted]);
      story.wait(5, 60);
    }
    progress = progress.map((done) => Math.min(10_000, done + random.between(8, 38) * 100));
    const confidence = random.pick(["onTrack", "onTrack", "onTrack", "atRisk", "offTrack"]);
    story.act("staff", checkinRecorded, { checkin: week, progress, confidence }, [objectiveCommitted]);
  }
  story.now = Math.max(story.now + HOUR, ends - 3 * DAY);
  story.office(0, 24 * 60);
  const results = progress.map((done) => Math.min(10_000, done + random.between(0, 30) * 100));
  const points = score(results, weights);
  story.act(
    "committee",
    scoreFinalised,
    { results, weights, score: points, grade: gradeOf(points), ruleVersion, humanOverride: "confirmed" },
    [objectiveCommitted],
  );
  if (!random.chance(0.05)) return undefined;
  const scored = story.now;
  story.office(2 * 60, 6 * 24 * 60);
  const ground = random.pick(["evidenceIgnored", "wrongArithmetic", "unfairTarget"]);
  const daysAfter = story.daysSince(scored);
  story.act("staff", appealFiled, { ground, daysAfter, daysPromised: 30 }, [scoreFinalised]);
  const filed = story.now;
  story.office(5 * 24 * 60, 33 * 24 * 60);
  const decision = random.pick(["upheld", "partlyUpheld", "dismissed", "dismissed"]);
  const data = {
    decision,
    scoreBefore: points,
    scoreAfter: decision === "dismissed" ? points : Math.min(10_000, points + random.between(1, 9) * 50),
    reviewers: random.pick([3, 5]),
    daysPromised: 30,
    daysTaken: story.daysSince(filed),
  };
  story.act("board", appealDecided, data, [appealFiled]);
  return { filed, decided: story.now };
}

function cycle(stage: Stage, opens: number, id: number) {
  const story = stage.story(`cycle-${id}`, opens);
  const [year = 0, month = 1] = dayOf(opens).split("-").map(Number);
  const round = month >= 4 && month <= 9 ? ("second" as const) : ("first" as const);
  const fiscalYear = year + 543 + (month >= 10 ? 1 : 0);
  story.now += 7 * HOUR;
  story.act("personnel", cycleOpened, {
    fiscalYear,
    round,
    staff: STAFF,
    commitBy: dayOf(opens + 7 * DAY),
    ruleVersion,
  });
  const appeals = Array.from({ length: STAFF }, (_, n) =>
    objective(stage, `objective-${id}-${n + 1}`, opens + 9 * HOUR),
  );
  const closes = opens + CYCLE + 6 * DAY + 15 * HOUR;
  story.now = closes;
  const open = appeals.filter((appeal) => appeal && appeal.filed < closes && appeal.decided >= closes);
  const closing = { fiscalYear, round, staff: STAFF, scored: STAFF, appealsOpen: open.length };
  story.act("personnel", cycleClosed, closing, [cycleOpened]);
}

export const days = play("th.go.ocsc.okr-evaluation", (stage) => {
  let id = 1;
  for (let opens = stage.origin; opens < stage.end; opens += CYCLE + 7 * DAY) cycle(stage, opens, id++);
});
