import { DAY, HOUR, MINUTE, dayOf } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Stage } from "../play/play.ts";
import type { Story } from "../play/story.ts";
import { licenceIssued, licenceRenewed, licenceRevoked, licenceSuspended } from "./licences.ts";
import { dltSynced } from "./register.ts";
import { qrChecked, ratingRecorded } from "./street.ts";
import { vestBound, vestLost } from "./vests.ts";

const stands = ["ST-0412", "ST-0009", "ST-0077", "ST-0230"] as const;
const places = ["w4rqq", "w4rqn", "w4rqy", "w4rqw"] as const;
const YEARS = 365 * DAY;

function licence(story: Story) {
  const { random } = story;
  const place = random.pick(places);
  const stand = stands[places.indexOf(place)] ?? stands[0];
  const rule = { ruleVersion: "taxi-licence/1.0", humanOverride: "confirmed" } as const;
  story.office(0, 60);
  story.act("registrar", licenceIssued, {
    stand,
    place,
    checks: ["drivingLicence", "vehicle", "insurance", "training", "background"],
    validUntil: dayOf(story.now + 3 * YEARS),
    fee: "10000",
    daysPromised: 7,
    daysTaken: random.between(2, 9),
    ...rule,
  });
  let since = story.now;
  const bind = (replacesLost: boolean, qrKeyVersion: number) => {
    story.office(60, 4 * 24 * 60);
    const daysTaken = story.daysSince(since);
    story.act("registrar", vestBound, { stand, replacesLost, qrKeyVersion, daysPromised: 3, daysTaken }, [
      licenceIssued,
    ]);
  };
  bind(false, 1);
  if (random.chance(0.15)) {
    story.wait(24 * 60, 30 * 24 * 60);
    const circumstance = random.pick(["lost", "stolen", "damaged"]);
    story.act("rider", vestLost, { circumstance, minutesPromised: 15, minutesTaken: random.between(1, 20) }, [
      vestBound,
    ]);
    since = story.now;
    bind(true, 2);
  }
  if (random.chance(0.12)) {
    story.office(24 * 60, 40 * 24 * 60);
    const reason = random.pick([
      "insuranceLapsed",
      "overcharging",
      "unsafeRiding",
      "refusedPassenger",
      "vestLent",
    ]);
    const isSystem = reason === "insuranceLapsed";
    story.act("registrar", licenceSuspended, {
      reason,
      until: dayOf(story.now + 15 * DAY),
      decidedBy: isSystem ? "system" : "committee",
      appealUntil: dayOf(story.now + 30 * DAY),
      ruleVersion: "taxi-discipline/2.0",
      humanOverride: isSystem ? "confirmed" : "none",
    });
    if (random.chance(0.4)) {
      story.office(3 * 24 * 60, 14 * 24 * 60);
      story.act(
        "registrar",
        licenceRevoked,
        {
          reason: random.pick(["seriousOffence", "falseDocuments"]),
          decidedBy: "committee",
          appealUntil: dayOf(story.now + 30 * DAY),
          ruleVersion: "taxi-discipline/2.0",
          humanOverride: "none",
        },
        [licenceSuspended],
      );
    }
  }
}

/** A licence given before the log began comes up for renewal. */
function renewal(story: Story) {
  story.office(0, 120);
  story.act("registrar", licenceRenewed, {
    checks: ["drivingLicence", "vehicle", "insurance"],
    validUntil: dayOf(story.now + 3 * YEARS),
    fee: "10000",
    daysPromised: 3,
    daysTaken: story.random.between(0, 4),
    ruleVersion: "taxi-licence/1.0",
    humanOverride: "confirmed",
  });
}

function checksOfDay(story: Story, day: string, place: string) {
  const { random } = story;
  const [expired, suspended, unknown] = [random.between(0, 8), random.between(0, 2), random.between(0, 4)];
  const valid = random.between(60, 420);
  const checks = valid + expired + suspended + unknown;
  story.announce("system", qrChecked, { day, place, checks, valid, expired, suspended, unknown });
}

function ratingsOfWeek(story: Story, weekOf: string, stand: string) {
  const { random } = story;
  const [five, four, three, two, one] = [
    random.between(8, 40),
    random.between(2, 15),
    random.between(0, 6),
    random.between(0, 3),
    random.between(0, 3),
  ];
  const ratings = five + four + three + two + one;
  story.announce("system", ratingRecorded, { stand, weekOf, ratings, five, four, three, two, one });
}

function sync(story: Story) {
  const { random } = story;
  const fails = random.chance(0.03);
  const [corrected, missing] = fails ? [0, 0] : [random.between(0, 14), random.between(0, 3)];
  const matched = fails ? 0 : random.between(8_150, 8_230);
  story.announce("system", dltSynced, {
    outcome: fails ? "failed" : "complete",
    compared: matched + corrected + missing,
    matched,
    corrected,
    missing,
    minutesTaken: random.between(4, 12),
    snapshotRoot: random.hash(),
  });
}

function closingOfDay(stage: Stage, start: number, id: number) {
  const today = dayOf(start);
  for (const place of places) {
    checksOfDay(stage.story(`checks-${id}-${place}`, start + 23 * HOUR + 50 * MINUTE), today, place);
  }
  sync(stage.story(`sync-${id}`, start + 2 * HOUR));
  if (new Date(start + 7 * HOUR).getUTCDay() !== 0) return;
  for (const stand of stands) {
    const weekOf = dayOf(start - 6 * DAY);
    ratingsOfWeek(stage.story(`ratings-${id}-${stand}`, start + 23 * HOUR + 55 * MINUTE), weekOf, stand);
  }
}

export const days = play("th.go.dlt.motorcycle-taxi", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    const at = () => start + random.between(8 * HOUR, 15 * HOUR);
    for (let n = random.between(1, 4); n > 0; n--) licence(stage.story(`licence-${id}-${n}`, at()));
    for (let n = random.between(0, 3); n > 0; n--) renewal(stage.story(`old-licence-${id}-${n}`, at()));
    closingOfDay(stage, start, id);
  });
});
