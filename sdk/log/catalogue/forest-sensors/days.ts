import { DAY, HOUR, MINUTE, second } from "../play/calendar.ts";
import { play } from "../play/play.ts";
import type { Stage } from "../play/play.ts";
import { alertAcknowledged, alertClosed, alertRaised } from "./alerts.ts";
import { deviceRegistered, deviceRetired, deviceSilent } from "./devices.ts";
import { observationsSealed } from "./observations.ts";

const devices = [
  { device: "FS-0001", kind: "smoke", place: "w5qfx", readingsPerHour: 60 },
  { device: "FS-0002", kind: "weather", place: "w5qfx", readingsPerHour: 12 },
  { device: "FS-0003", kind: "smoke", place: "w5r4b", readingsPerHour: 60 },
  { device: "FS-0004", kind: "sound", place: "w5r4b", readingsPerHour: 3_600 },
  { device: "FS-0005", kind: "water", place: "w5qcz", readingsPerHour: 60 },
] as const;

const HOURS_ALLOWED = 3;

type Device = (typeof devices)[number];

/** A device's whole life: registered, an hour sealed after the other, silent now and then, one retired in the end. */
function serve(stage: Stage, { device, kind, place, readingsPerHour }: Device) {
  const story = stage.story(device, stage.origin);
  const { random } = story;
  story.wait(10, 50);
  const registered = story.now;
  const firmware = "forest-node/2.4";
  const keyFingerprint = random.hash();
  story.act("technician", deviceRegistered, {
    device,
    kind,
    place,
    readingsPerHour,
    keyFingerprint,
    firmware,
  });
  const daysInService = device === "FS-0002" ? 21 : Infinity;
  let hoursSealed = 0;
  for (let hour = stage.origin + HOUR; hour < stage.end; hour += HOUR) {
    if (hour - stage.origin > daysInService * DAY) {
      story.now = hour + 20 * MINUTE;
      const days = story.daysSince(registered);
      story.act("technician", deviceRetired, {
        device,
        reason: "batteryEnd",
        daysInService: days,
        hoursSealed,
      });
      return;
    }
    if (random.chance(0.004)) {
      const silentSince = second(hour);
      hour += (HOURS_ALLOWED - 1) * HOUR;
      story.now = hour + HOUR + random.between(1, 5) * MINUTE;
      const hoursTaken = HOURS_ALLOWED;
      const rule = { hoursPromised: HOURS_ALLOWED, ruleVersion: "silence/1.0" };
      story.act("system", deviceSilent, { device, silentSince, hoursTaken, ...rule });
      hour += random.between(0, 20) * HOUR;
      continue;
    }
    story.now = hour + HOUR + random.between(10_000, 90_000);
    const missing = random.chance(0.1) ? random.between(1, Math.ceil(readingsPerHour / 10)) : 0;
    hoursSealed++;
    story.act("device", observationsSealed, {
      device,
      hour: second(hour),
      expected: readingsPerHour,
      received: readingsPerHour - missing,
      root: random.hash(),
    });
  }
}

function alert(stage: Stage, at: number, key: string) {
  const story = stage.story(key, at);
  const { random } = story;
  const [{ device, place, kind }] = [random.pick([devices[0], devices[2], devices[3], devices[4]])];
  const secondsTaken = random.between(15, 130);
  const firstSeen = second(story.now);
  story.now += secondsTaken * 1_000 + random.between(0, 900);
  story.act("system", alertRaised, {
    device,
    hazard: kind === "smoke" ? "fire" : kind === "sound" ? "logging" : "flood",
    level: random.pick(["watch", "warning", "danger"]),
    place,
    firstSeen,
    confidence: random.between(55, 98),
    secondsPromised: 120,
    secondsTaken,
    modelVersion: "forest-eyes/3.0",
    humanOverride: "none",
  });
  const raised = story.now;
  story.wait(2, 22);
  story.act(
    "ranger",
    alertAcknowledged,
    {
      acknowledgedBy: kind === "smoke" ? "fireStation" : random.pick(["rangerStation", "province"]),
      response: random.pick(["teamSent", "teamSent", "drone", "watching", "villageTold"]),
      minutesPromised: 15,
      minutesTaken: story.minutesSince(raised),
    },
    [alertRaised],
  );
  story.wait(60, 20 * 60);
  const finding = random.pick(["confirmed", "confirmed", "plannedBurn", "falseAlarm", "notReached"]);
  story.act(
    "ranger",
    alertClosed,
    {
      finding,
      hoursTaken: story.hoursSince(raised),
      ...(finding === "confirmed" && kind === "smoke" && { areaNgan: random.between(1, 60) }),
      humanOverride: finding === "confirmed" ? "confirmed" : finding === "notReached" ? "none" : "changed",
    },
    [alertRaised],
  );
}

export const days = play("th.go.forest.sensors", (stage) => {
  for (const device of devices) serve(stage, device);
  stage.everyDay(({ start, id, random }) => {
    // The first day is for installing the devices.
    const alerts = start === stage.origin ? 0 : random.between(0, 3);
    for (let n = alerts; n > 0; n--) alert(stage, start + random.between(0, 23 * HOUR), `alert-${id}-${n}`);
  });
});
