import { DAY, HOUR, dayOf, dayStart } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Story } from "../play/story.ts";
import { CLAIM_RULE, dispensingFee } from "./claim-rule.ts";
import {
  dispenseDeclined,
  dispenseExpired,
  dispenseHandedOver,
  dispensePartial,
  dispensePrepared,
} from "./dispensing.ts";
import { claimSubmitted, transferCreated } from "./transfers.ts";

const DAYS_VALID = 7;

function claim(story: Story, items: number) {
  const { random } = story;
  story.wait(30, 36 * 60);
  const fee = dispensingFee(items);
  const medicines = BigInt(items * random.between(8, 90) * 100 + random.pick([0, 25, 50, 75]));
  story.act(
    "pharmacy",
    claimSubmitted,
    {
      items,
      dispensingFee: String(fee),
      medicines: String(medicines),
      total: String(fee + medicines),
      ruleVersion: CLAIM_RULE,
    },
    [transferCreated],
  );
}

/** Brings the story to an hour in which pharmacies are open, 8 to 20 o'clock. */
function openingHours(story: Story) {
  const inDay = story.now - dayStart(dayOf(story.now));
  if (inDay < 8 * HOUR) story.now += 8 * HOUR - inDay;
  if (inDay > 20 * HOUR) story.now += 32 * HOUR - inDay;
}

function prescription(story: Story) {
  const { random } = story;
  const items = random.between(1, 8);
  const created = story.now;
  story.act("hospital", transferCreated, {
    items,
    validUntil: dayOf(created + DAYS_VALID * DAY),
    minutesPromised: 30,
    minutesTaken: random.between(4, 35),
    ruleVersion: "pickup-rights/1.1",
    humanOverride: "none",
  });
  story.wait(10, 75);
  const minutesTaken = story.minutesSince(created);
  story.act("pharmacy", dispensePrepared, { items, minutesPromised: 60, minutesTaken }, [transferCreated]);
  if (random.chance(0.06)) {
    story.now = dayStart(dayOf(created)) + (DAYS_VALID + 1) * DAY + random.between(1, 60_000);
    const reminders = random.between(1, 2);
    return story.act("system", dispenseExpired, { items, daysValid: DAYS_VALID, reminders }, [
      transferCreated,
    ]);
  }
  story.wait(20, 4 * 24 * 60);
  openingHours(story);
  if (random.chance(0.05)) {
    const [reason, advice, ruleVersion] = random.pick([
      ["safety", "askDoctor", "medicine-safety/4.2"],
      ["identityUnclear", "newCode", "pickup-rights/1.1"],
    ]);
    const data = { reason, advice, ruleVersion, humanOverride: "confirmed" } as const;
    return story.act("pharmacist", dispenseDeclined, data, [transferCreated]);
  }
  const identityCheck = random.pick(["qrAndPin", "qrAndPin", "qrAndCard", "caregiver"]);
  let rest = items;
  if (items > 1 && random.chance(0.1)) {
    const owed = random.between(1, items - 1);
    const owedBy = dayOf(story.now + 3 * DAY);
    const partial = { items: items - owed, owed, reason: "outOfStock", identityCheck, owedBy } as const;
    story.act("pharmacist", dispensePartial, partial, [transferCreated]);
    story.wait(18 * 60, 66 * 60);
    openingHours(story);
    rest = owed;
  }
  const daysTaken = story.daysSince(created);
  const counselled = random.chance(0.95);
  story.act("pharmacist", dispenseHandedOver, { items: rest, identityCheck, counselled, daysTaken }, [
    transferCreated,
  ]);
  claim(story, items);
}

export const days = play("th.go.nhso.pharmacy-pickup", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    for (let n = random.between(8, 18); n > 0; n--) {
      prescription(stage.story(`transfer-${id}-${n}`, start + random.between(9 * HOUR, 16 * HOUR)));
    }
  });
});
