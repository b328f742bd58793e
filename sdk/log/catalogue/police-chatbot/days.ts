import type { DataOf } from "../define/action.ts";
import { DAY, HOUR, dayOf } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Story } from "../play/story.ts";
import { appointmentBooked } from "./appointments.ts";
import { complaintClosed, complaintFiled } from "./complaints.ts";
import { inquiryAnswered } from "./inquiries.ts";
import type { ReportState } from "./report-states.ts";
import { reportFiled, reportStateChanged } from "./reports.ts";

type Step = Pick<DataOf<typeof reportStateChanged>, "to" | "reason" | "hoursPromised">;

function inquire(story: Story) {
  const { random } = story;
  const outcome = random.pick([
    "answered",
    "answered",
    "answered",
    "answered",
    "handedToOfficer",
    "notUnderstood",
  ]);
  const handed = outcome === "handedToOfficer";
  story.announce("chatbot", inquiryAnswered, {
    topic: random.pick([
      "lostDocument",
      "trafficFine",
      "howToReport",
      "onlineFraud",
      "bail",
      "stationContact",
      "other",
    ]),
    channel: random.pick(["chat", "chat", "chat", "web", "app"]),
    language: random.pick(["th", "th", "th", "th", "en", "my", "zh"]),
    outcome,
    sources: outcome === "answered" ? random.between(1, 3) : 0,
    secondsPromised: handed ? 1_200 : 30,
    secondsTaken: handed ? random.between(120, 1_500) : random.between(2, 18),
    modelVersion: "police-answers/1.3",
    humanOverride: handed ? "changed" : "none",
  });
}

function report(story: Story) {
  const { random } = story;
  const category = random.pick([
    "property",
    "onlineFraud",
    "onlineFraud",
    "lostDocument",
    "traffic",
    "nuisance",
  ]);
  story.act("citizen", reportFiled, {
    category,
    place: random.pick(["w4rqq", "w4rqn", "w4rqy", "w4rqw"]),
    happenedIn: dayOf(story.now - random.between(0, 20) * DAY).slice(0, 7),
    channel: random.pick(["chat", "chat", "web", "counter"]),
    hoursPromised: 24,
  });
  let state: ReportState = "filed";
  let since = story.now;
  const move = (least: number, most: number, step: Step) => {
    story.office(least * 60, most * 60);
    const change = { from: state, hoursTaken: story.hoursSince(since), ...step };
    story.act("investigator", reportStateChanged, change, [reportFiled]);
    state = step.to;
    since = story.now;
  };
  if (category === "lostDocument") {
    story.office(5, 90);
    const daysUntil = random.between(1, 3);
    story.act("duty-officer", appointmentBooked, {
      purpose: "collectDocument",
      day: dayOf(story.now + daysUntil * DAY),
      daysPromised: 3,
      daysUntil,
    });
    return move(daysUntil * 24, daysUntil * 24 + 6, {
      to: "closed",
      reason: "documentIssued",
      hoursPromised: 72,
    });
  }
  if (random.chance(0.15))
    return move(2, 30, { to: "referred", reason: "otherJurisdiction", hoursPromised: 24 });
  if (category === "nuisance")
    return move(2, 20, { to: "closed", reason: "notAnOffence", hoursPromised: 24 });
  move(2, 30, { to: "accepted", reason: "elementsMet", hoursPromised: 24 });
  move(4, 60, { to: "investigating", reason: "workBegun", hoursPromised: 72 });
  if (random.chance(0.4)) {
    move(48, 200, { to: "awaitingEvidence", reason: "evidenceMissing", hoursPromised: 720 });
    move(48, 300, { to: "investigating", reason: "evidenceReceived", hoursPromised: 720 });
  }
  if (random.chance(0.2)) return move(24, 300, { to: "closed", reason: "withdrawn", hoursPromised: 720 });
  move(200, 900, { to: "sentToProsecutor", reason: "fileComplete", hoursPromised: 720 });
}

function complain(story: Story) {
  const { random } = story;
  const about = random.pick(["delay", "conduct", "wrongInformation", "refusedToAccept"]);
  story.act("citizen", complaintFiled, { about, daysPromised: 15 });
  const since = story.now;
  story.office(3 * 24 * 60, 20 * 24 * 60);
  const outcome = random.pick(["upheld", "partlyUpheld", "notUpheld", "withdrawn"]);
  const isRight = outcome === "upheld" || outcome === "partlyUpheld";
  story.act(
    "reviewer",
    complaintClosed,
    {
      outcome,
      reviewedBy: random.pick(["superior", "otherStation", "independent"]),
      remedy: isRight ? random.pick(["apology", "workRedone", "procedureChanged"]) : "none",
      daysPromised: 15,
      daysTaken: story.daysSince(since),
    },
    [complaintFiled],
  );
}

export const days = play("th.go.police.chatbot", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    const at = () => start + random.between(6 * HOUR, 23 * HOUR);
    for (let n = random.between(8, 16); n > 0; n--) inquire(stage.story(`inquiry-${id}-${n}`, at()));
    for (let n = random.between(2, 5); n > 0; n--) report(stage.story(`report-${id}-${n}`, at()));
    if (random.chance(0.3)) complain(stage.story(`complaint-${id}`, at()));
  });
});
