import { DAY, HOUR, dayOf } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import { documentAddress } from "../play/documents.ts";
import type { Story } from "../play/story.ts";
import { alertPushed } from "./alerts.ts";
import { barrierFixed, barrierReported } from "./barriers.ts";
import { noticeCorrected, noticeExpired, noticePublished } from "./notices.ts";

function notice(story: Story) {
  const { random } = story;
  const daysValid = random.between(2, 30);
  story.office(0, 60);
  const published = story.now;
  story.act("editor", noticePublished, {
    topic: random.pick(["transport", "welfare", "health", "education", "emergency"]),
    language: "th",
    document: documentAddress(random),
    formats: random.pick([["audio", "screenReader"], ["screenReader"], ["audio", "braille", "screenReader"]]),
    validUntil: dayOf(published + daysValid * DAY),
    checkedBy: random.pick(["both", "both", "automatic"]),
    issuesFound: random.chance(0.2) ? random.between(1, 3) : 0,
    ruleVersion: "wcag/2.2",
  });
  if (random.chance(0.2)) {
    story.office(120, 36 * 60);
    story.act(
      "editor",
      noticeCorrected,
      {
        reason: random.pick(["wrongFact", "unreadable", "wrongAudio", "changedPlan"]),
        document: documentAddress(random),
        hoursPublished: story.hoursSince(published),
        announced: random.chance(0.9),
      },
      [noticePublished],
    );
  }
  story.now = Math.max(story.now + HOUR, published + daysValid * DAY);
  story.act("system", noticeExpired, { reason: "validityEnded", daysValid: story.daysSince(published) }, [
    noticePublished,
  ]);
}

function alert(story: Story) {
  const { random } = story;
  const recipients = random.between(20, 300) * 10;
  story.announce("system", alertPushed, {
    hazard: random.pick([
      "flood",
      "storm",
      "roadClosed",
      "transitDisrupted",
      "transitDisrupted",
      "airQuality",
    ]),
    level: random.pick(["watch", "watch", "warning", "danger"]),
    place: random.pick(["w4rqq", "w4rqn", "w4rqy", "w4rqw"]),
    recipients,
    delivered: recipients - random.between(0, 6) * 10,
    secondsPromised: 60,
    secondsTaken: random.chance(0.95) ? random.between(8, 55) : random.between(61, 240),
    ruleVersion: "alert-routing/1.4",
    humanOverride: random.pick(["none", "confirmed", "confirmed"]),
  });
}

function barrier(story: Story) {
  const { random } = story;
  const [kind, daysPromised] = random.pick([
    ["tactilePaving", 30],
    ["blockedPavement", 3],
    ["silentCrossing", 30],
    ["noAnnouncement", 15],
    ["openHole", 3],
  ]);
  story.act("citizen", barrierReported, {
    barrier: kind,
    place: random.pick(["w4rqq", "w4rqn", "w4rqy", "w4rqw"]),
    responsible: kind === "noAnnouncement" ? "transitOperator" : "cityWorks",
    daysPromised,
  });
  const since = story.now;
  story.office(daysPromised * 0.3 * 24 * 60, daysPromised * 1.3 * 24 * 60);
  story.act(
    "inspector",
    barrierFixed,
    {
      outcome: random.pick(["repaired", "repaired", "removed", "temporary", "notFound"]),
      verifiedBy: random.pick(["reporter", "inspector", "photo"]),
      daysPromised,
      daysTaken: story.daysSince(since),
    },
    [barrierReported],
  );
}

export const days = play("th.go.dep.accessible-information", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    const at = () => start + random.between(6 * HOUR, 21 * HOUR);
    for (let n = random.between(1, 4); n > 0; n--) notice(stage.story(`notice-${id}-${n}`, at()));
    for (let n = random.between(2, 6); n > 0; n--) alert(stage.story(`alert-${id}-${n}`, at()));
    for (let n = random.between(0, 3); n > 0; n--) barrier(stage.story(`barrier-${id}-${n}`, at()));
  });
});
