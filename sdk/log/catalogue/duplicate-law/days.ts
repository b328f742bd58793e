import { DAY, HOUR, MINUTE, dayOf } from "../play/calendar.ts";
import { documentAddress } from "../play/documents.ts";
import { play } from "../play/play.ts";
import type { Stage } from "../play/play.ts";
import { pairReviewed, recommendationIssued } from "./reviews.ts";
import { corpusImported, runCompleted } from "./runs.ts";

const modelVersion = "law-embedder/1.2";

const bodies = [
  ["acts", 1_124],
  ["decrees", 2_310],
  ["regulations", 8_452],
  ["notifications", 30_870],
  ["ordinances", 20_411],
] as const;

function review(
  stage: Stage,
  key: string,
  at: number,
  found: { readonly type: string; readonly subjectKey: string },
) {
  const story = stage.story(key, at);
  const { random } = story;
  const suggested = random.pick(["duplicate", "overlap", "conflict"]);
  story.office(24 * 60, 40 * 24 * 60);
  const agrees = random.chance(0.7);
  const finding = agrees ? suggested : random.pick(["distinct", "distinct", "overlap"]);
  const data = {
    finding,
    suggested,
    score: random.between(85, 99),
    reviewers: random.between(2, 3),
    daysPromised: 30,
    daysTaken: story.daysSince(at),
    modelVersion,
    humanOverride: finding === suggested ? "confirmed" : "changed",
  } as const;
  story.join("lawyer", pairReviewed, data, found);
  if (finding === "distinct" || random.chance(0.4)) return;
  story.office(2 * 24 * 60, 20 * 24 * 60);
  const local = random.chance(0.3);
  story.act(
    "council-of-state",
    recommendationIssued,
    {
      addressee: local ? "localCouncil" : random.pick(["ministry", "ministry", "cabinet"]),
      advice: finding === "duplicate" ? "repeal" : random.pick(["amend", "merge"]),
      pairs: 1,
      document: documentAddress(random),
      answerBy: dayOf(story.now + 60 * DAY),
    },
    [pairReviewed],
  );
}

export const days = play("th.go.krisdika.duplicate-law", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    const [corpus, size] = bodies[id % bodies.length] ?? bodies[0];
    const story = stage.story(`run-${id}`, start + random.between(HOUR, 2 * HOUR));
    const imported = size + random.between(0, 40);
    const corpusRoot = random.hash();
    const asOf = dayOf(start - DAY);
    story.act("system", corpusImported, { corpus, imported, failed: random.between(0, 9), asOf, corpusRoot });
    const minutesTaken = random.between(20, 240);
    story.now += minutesTaken * MINUTE + random.between(1_000, 50_000);
    const data = {
      corpusRoot,
      pairs: (imported * (imported - 1)) / 2,
      candidates: random.between(20, 260),
      threshold: 85,
      minutesTaken,
      resultRoot: random.hash(),
      modelVersion,
      ruleVersion: "duplicate-law/3.0",
    };
    story.act("system", runCompleted, data, [corpusImported]);
    const found = { type: runCompleted.type, subjectKey: story.key };
    for (let n = random.between(4, 12); n > 0; n--) review(stage, `pair-${id}-${n}`, story.now, found);
  });
});
