import type { DataOf } from "../define/action.ts";
import { DAY, HOUR } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Stage } from "../play/play.ts";
import type { Story } from "../play/story.ts";
import {
  complaintClassified,
  complaintCreated,
  complaintMerged,
  complaintRouted,
  complaintSupported,
} from "./intake.ts";
import type { State } from "./vocabulary.ts";
import { complaintRated, complaintReopened, complaintResolved, complaintStateChanged } from "./work.ts";

type Change = Pick<DataOf<typeof complaintStateChanged>, "to" | "reason">;

const places = ["w4rqq", "w4rqn", "w4rqy", "w4rqw", "w4rqt"] as const;
const kinds = [
  ["pavement", "works", 14],
  ["road", "works", 14],
  ["flooding", "drainage", 7],
  ["rubbish", "environment", 3],
  ["lighting", "works", 7],
  ["trees", "environment", 14],
  ["wires", "district", 30],
  ["noise", "cityLaw", 3],
] as const;
const modelVersion = "complaint-sorter/2.1";

type Kind = (typeof kinds)[number];
type Category = Kind[0];

function create(story: Story, category: Category, place: (typeof places)[number], daysPromised: number) {
  const { random } = story;
  story.act("citizen", complaintCreated, {
    category: random.chance(0.8) ? category : "other",
    place,
    channel: random.pick(["app", "app", "chat", "web"]),
    photos: random.between(1, 3),
    daysPromised,
  });
  story.now += random.between(900, 4_000);
  const isSure = random.chance(0.85);
  story.act("system", complaintClassified, {
    category,
    confidence: isSure ? random.between(80, 99) : random.between(35, 79),
    modelVersion,
    humanOverride: isSure ? "none" : "confirmed",
  });
}

/** Somebody else complains about the same thing: merged with the first complaint, which ends this one. */
function complainAgain(
  story: Story,
  first: string,
  [category, , daysPromised]: Kind,
  place: (typeof places)[number],
) {
  create(story, category, place, daysPromised);
  story.wait(1, 60);
  const reason = story.random.pick(["samePlace", "sameCause", "samePhoto"]);
  const data = { reason, together: 2, modelVersion, humanOverride: "confirmed" } as const;
  story.join("system", complaintMerged, data, { type: complaintCreated.type, subjectKey: first });
}

/** To a department in office hours; now and then to another one after. */
function route(story: Story, department: Kind[1], created: number) {
  const { random } = story;
  story.office(30, 90 * 60);
  const hoursTaken = story.hoursSince(created);
  const rule = { ruleVersion: "routing/5.0" };
  story.act("officer", complaintRouted, {
    department,
    hoursPromised: 72,
    hoursTaken,
    ...rule,
    humanOverride: "none",
  });
  if (!random.chance(0.06)) return;
  const sentOn = story.now;
  story.office(12 * 60, 60 * 60);
  story.act("officer", complaintRouted, {
    department: department === "district" ? "works" : "district",
    departmentBefore: department,
    hoursPromised: 72,
    hoursTaken: story.hoursSince(sentOn),
    ...rule,
    humanOverride: "changed",
  });
}

function support(story: Story) {
  let total = 0;
  for (let days = story.random.between(1, 3); days > 0; days--) {
    const added = story.random.between(1, 25);
    total += added;
    story.wait(20 * 60, 26 * 60);
    story.act("system", complaintSupported, { added, total }, [complaintCreated]);
  }
}

/** From a state to the resolution. */
function work(story: Story, first: State, daysPromised: number, promisedSince: number): void {
  const { random } = story;
  let state = first;
  let since = story.now;
  const move = (least: number, most: number, change: Change) => {
    story.office(least * 60, most * 60);
    const hoursTaken = story.hoursSince(since);
    story.act("officer", complaintStateChanged, { from: state, hoursTaken, ...change }, [complaintCreated]);
    state = change.to;
    since = story.now;
  };
  if (state === "received") {
    if (random.chance(0.5)) move(2, 30, { to: "planned", reason: "inspected" });
    move(2, 60, { to: "inProgress", reason: "teamAssigned" });
  }
  if (random.chance(0.25)) {
    move(5, 48, { to: "waiting", reason: random.pick(["materialMissing", "otherAgency", "weather"]) });
    move(24, 120, { to: "inProgress", reason: "workResumed" });
  }
  story.office(6 * 60, Math.ceil(daysPromised * 0.7) * 24 * 60);
  story.act(
    "officer",
    complaintResolved,
    {
      outcome: random.pick(["fixed", "fixed", "fixed", "fixed", "partlyFixed", "notFound"]),
      photos: random.between(1, 3),
      daysPromised,
      daysTaken: story.daysSince(promisedSince),
    },
    [complaintCreated],
  );
}

function complaint(stage: Stage, key: string, at: number) {
  const story = stage.story(key, at);
  const { random } = story;
  const kind = random.pick(kinds);
  const place = random.pick(places);
  create(story, kind[0], place, kind[2]);
  if (random.chance(0.1)) complainAgain(stage.story(`${key}-again`, story.now + HOUR), key, kind, place);
  route(story, kind[1], at);
  if (random.chance(0.3)) support(story);
  work(story, "received", kind[2], at);
  for (let times = 1; random.chance(0.1); times++) {
    story.wait(5 * 60, 5 * 24 * 60);
    const reason = random.pick(["notFixed", "cameBack", "wrongPlace"]);
    story.act("citizen", complaintReopened, { reason, times, daysPromised: 7 }, [complaintResolved]);
    work(story, "inProgress", 7, story.now);
  }
  if (random.chance(0.4)) {
    story.now += random.between(HOUR, 3 * DAY);
    const stars = random.between(1, 5);
    story.act("citizen", complaintRated, { stars, solved: stars >= 3 }, [complaintResolved]);
  }
}

export const days = play("th.go.bangkok.complaints", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    for (let n = random.between(6, 14); n > 0; n--) {
      complaint(stage, `complaint-${id}-${n}`, start + random.between(5 * HOUR, 23 * HOUR));
    }
  });
});
