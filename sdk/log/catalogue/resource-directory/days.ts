import type { DataOf } from "../define/action.ts";
import { DAY, HOUR, dayOf } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Stage } from "../play/play.ts";
import { itemDeployed, itemListed, itemReturned, itemVerified, itemWithdrawn } from "./items.ts";
import { requestAccepted, requestDeclined, requestMatched, requestOpened } from "./requests.ts";

type Kind = DataOf<typeof itemListed>["kind"];

const kinds = ["boat", "pump", "truck", "generator", "medicalTeam", "engineers", "interpreters"] as const;
const places = ["w4rzx", "w4x8p", "w4x2b", "w5bcd"] as const;

/** An item is listed and verified; then a request takes it out, or it leaves the list. */
function item(stage: Stage, key: string, at: number) {
  const story = stage.story(key, at);
  const { random } = story;
  const kind = random.pick(kinds);
  const quantity = random.between(2, 20);
  story.office(0, 30);
  const listedAt = story.now;
  story.act("holder", itemListed, {
    kind,
    quantity,
    place: random.pick(places),
    holder: random.pick([
      "department",
      "province",
      "municipality",
      "armedForces",
      "university",
      "foundation",
    ]),
    availableFrom: dayOf(listedAt),
  });
  story.office(12 * 60, 6 * 24 * 60);
  const found = random.chance(0.85) ? quantity : random.between(0, quantity - 1);
  story.act(
    "inspector",
    itemVerified,
    {
      verifiedBy: random.pick(["province", "province", "department", "audit"]),
      outcome: found === quantity ? "asListed" : found === 0 ? "notFound" : "corrected",
      listed: quantity,
      found,
      nextCheckBy: dayOf(story.now + 180 * DAY),
    },
    [itemListed],
  );
  if (found === 0) {
    story.office(60, 24 * 60);
    const data = { reason: "neverFound", daysListed: story.daysSince(listedAt) } as const;
    return story.act("holder", itemWithdrawn, data, [itemVerified]);
  }
  if (random.chance(0.6)) {
    const asked = { kind, quantity: random.between(1, found), item: key };
    request(stage, `${key}-request`, story.now + random.between(HOUR, 6 * DAY), asked);
  }
}

function request(
  stage: Stage,
  key: string,
  at: number,
  { kind, quantity, item }: { readonly kind: Kind; readonly quantity: number; readonly item: string },
) {
  const story = stage.story(key, at);
  const { random } = story;
  const place = random.pick(places);
  const opened = story.now;
  const situation = random.pick(["flood", "flood", "fire", "landslide", "exercise"]);
  story.act("province", requestOpened, {
    kind,
    quantity,
    place,
    situation,
    urgency: random.pick(["now", "today", "week"]),
  });
  story.wait(1, 35);
  const match = {
    offered: quantity,
    distanceKm: random.between(3, 260),
    candidates: random.between(1, 9),
    minutesPromised: 30,
    minutesTaken: story.minutesSince(opened),
    ruleVersion: "nearest-first/1.2",
    humanOverride: random.pick(["none", "confirmed", "confirmed", "changed"]),
  } as const;
  story.join("system", requestMatched, match, { type: itemVerified.type, subjectKey: item });
  const matched = story.now;
  story.wait(4, 80);
  const answered = { minutesPromised: 60, minutesTaken: story.minutesSince(matched) };
  if (random.chance(0.2)) {
    const reason = random.pick(["inUse", "broken", "noCrew", "tooFar"]);
    return story.act("holder", requestDeclined, { reason, ...answered }, [requestMatched]);
  }
  const returnBy = dayOf(story.now + 14 * DAY);
  story.act("holder", requestAccepted, { granted: quantity, returnBy, ...answered }, [requestMatched]);
  deploy(stage, story.now, { kind, quantity, place, item, request: key });
}

/** The item's own entries while it is away. */
function deploy(
  stage: Stage,
  accepted: number,
  task: {
    readonly kind: Kind;
    readonly quantity: number;
    readonly place: string;
    readonly item: string;
    readonly request: string;
  },
) {
  const { kind, quantity, place, item, request } = task;
  const story = stage.story(item, accepted);
  const { random } = story;
  story.wait(60, 16 * 60);
  const deployed = story.now;
  const hoursTaken = story.hoursSince(accepted);
  const arrival = { kind, quantity, place, hoursPromised: 12, hoursTaken };
  story.join("holder", itemDeployed, arrival, { type: requestAccepted.type, subjectKey: request });
  story.office(2 * 24 * 60, 16 * 24 * 60);
  const lost = random.chance(0.1) ? 1 : 0;
  const data = {
    returned: quantity - lost,
    lost,
    condition: lost === quantity ? "lost" : random.pick(["good", "good", "good", "repair"]),
    daysOut: story.daysSince(deployed),
  } as const;
  story.act("holder", itemReturned, data, [itemDeployed]);
  if (random.chance(0.15)) {
    story.office(60, 5 * 24 * 60);
    story.act("holder", itemWithdrawn, { reason: "broken", daysListed: story.daysSince(accepted) }, [
      itemReturned,
    ]);
  }
}

export const days = play("th.go.disaster.resource-directory", (stage) => {
  stage.everyDay(({ start, id, random }) => {
    for (let n = random.between(3, 7); n > 0; n--) {
      item(stage, `item-${id}-${n}`, start + random.between(8 * HOUR, 15 * HOUR));
    }
  });
});
