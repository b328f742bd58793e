import { DAY, HOUR, dayOf } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Story } from "../play/story.ts";
import { benefitMatched, damageReported } from "./help.ts";
import { registrationGuided, updateReminded } from "./register.ts";
import { MOST_NGAN, RELIEF_RULE, relief, reliefRates } from "./relief.ts";
import { warningDelivered, warningIssued } from "./warnings.ts";

const places = ["w4x8p", "w4x2b", "w5bcd", "w5b1z"] as const;
const crops = [
  ["rice", "rice"],
  ["rice", "rice"],
  ["cassava", "fieldCrops"],
  ["maize", "fieldCrops"],
  ["vegetables", "fieldCrops"],
  ["fruit", "treesAndOthers"],
  ["rubber", "treesAndOthers"],
] as const;

function warn(story: Story) {
  const { random } = story;
  story.act("system", warningIssued, {
    hazard: random.pick(["flood", "drought", "storm", "pest", "disease"]),
    crop: random.pick(crops)[0],
    place: random.pick(places),
    level: random.pick(["watch", "watch", "warning", "danger"]),
    validUntil: dayOf(story.now + random.between(2, 10) * DAY),
    modelVersion: "crop-watch/2.0",
    humanOverride: random.pick(["none", "confirmed", "confirmed"]),
  });
  const issued = story.now;
  story.wait(2, 35);
  const recipients = random.between(8, 90) * 10;
  const data = {
    recipients,
    delivered: recipients - random.between(0, 7) * 10,
    minutesPromised: 30,
    minutesTaken: story.minutesSince(issued),
  };
  story.act("system", warningDelivered, data, [warningIssued]);
}

function guide(story: Story) {
  const { random } = story;
  const [step, outcome] = random.pick([
    ["submitted", "completed"],
    ["submitted", "completed"],
    ["plot", "handedToOfficer"],
    ["documents", "leftOff"],
  ]);
  story.act("chatbot", registrationGuided, {
    channel: random.pick(["chat", "chat", "app", "phone"]),
    language: random.pick(["th", "th", "th", "lo"]),
    step,
    outcome,
    minutesTaken: random.between(6, 45),
    modelVersion: "farm-guide/1.5",
    humanOverride: outcome === "handedToOfficer" ? "changed" : "none",
  });
  if (outcome !== "completed") return;
  const due = story.now + 60 * DAY;
  for (let reminder = 1; reminder <= random.between(1, 3); reminder++) {
    story.wait(12 * 24 * 60, 18 * 24 * 60);
    const daysLeft = Math.floor((due - story.now) / DAY);
    story.act("chatbot", updateReminded, { channel: "chat", reminder, due: dayOf(due), daysLeft }, [
      registrationGuided,
    ]);
  }
}

function damage(story: Story) {
  const { random } = story;
  const [crop, cropClass] = random.pick(crops);
  const areaNgan = random.between(2, 150);
  story.act("farmer", damageReported, {
    crop,
    hazard: random.pick(["flood", "flood", "storm", "pest"]),
    areaNgan,
    place: random.pick(places),
    happenedIn: dayOf(story.now - random.between(0, 12) * DAY).slice(0, 7),
    daysPromised: 7,
  });
  const match = (decision: "eligible" | "notRegistered" | "notDamaged" | "needsSurvey", byHand: boolean) => {
    const isEligible = decision === "eligible";
    const data = {
      decision,
      cropClass,
      areaNgan,
      countedNgan: isEligible ? Math.min(areaNgan, MOST_NGAN) : 0,
      ratePerRai: String(reliefRates[cropClass]),
      amount: String(isEligible ? relief(cropClass, areaNgan) : 0n),
      ruleVersion: RELIEF_RULE,
      humanOverride: byHand ? "confirmed" : "none",
    } as const;
    story.act("system", benefitMatched, data, [damageReported]);
  };
  story.wait(1, 3);
  if (random.chance(0.15)) return match("notRegistered", false);
  match("needsSurvey", false);
  story.office(24 * 60, 10 * 24 * 60);
  match(random.chance(0.85) ? "eligible" : "notDamaged", true);
}

export const days = play("th.go.doae.farmers-chatbot", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    const at = () => start + random.between(5 * HOUR, 20 * HOUR);
    for (let n = random.between(1, 4); n > 0; n--) warn(stage.story(`warning-${id}-${n}`, at()));
    for (let n = random.between(3, 8); n > 0; n--) guide(stage.story(`registration-${id}-${n}`, at()));
    for (let n = random.between(1, 5); n > 0; n--) damage(stage.story(`damage-${id}-${n}`, at()));
  });
});
