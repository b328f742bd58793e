import type { Act, Handlers } from "../act.ts";
import { Duty } from "../numbers.ts";
import { within } from "./within.ts";

const headAt = (id: string, act: Act) => act.find("head", act.state.heads, id);

/** What was promised before a closing may be anchored only until the promises' time is over. */
function open(id: string, closesAt: bigint, act: Act): void {
  const late = closesAt !== 0n && act.event.time > closesAt;
  act.rule(!late, "CLOSED_SERVICE_SILENT", `service ${id}`, act.event.time, `until ${closesAt}`);
}

type Names = "Anchored" | "HeartbeatReceived" | "HeadCosigned" | "PromiseBroken";

export const heads: Pick<Handlers<"ActionLog">, Names> = {
  Anchored: ({ service, size, root }, act) => {
    const head = headAt(service, act);
    open(service, head.closesAt, act);
    act.rule(size > head.size, "LOG_ONLY_GROWS", `service ${service}`, size, `more than ${head.size}`);
    const { time } = act.event;
    Object.assign(head, { root, size, anchoredAt: time, seenAt: time, anchors: head.anchors + 1n });
  },
  HeartbeatReceived: ({ service, size }, act) => {
    const head = headAt(service, act);
    open(service, head.closesAt, act);
    act.rule(size === head.size, "HEARTBEAT_OF_HEAD", `service ${service}`, size, head.size);
    head.seenAt = act.event.time;
  },
  HeadCosigned: ({ service, agency, officer, size }, act) => {
    const entity = `service ${service}`;
    act.officer(officer, Duty.WITNESS, agency);
    const owner = act.find("service", act.state.services, service).agency;
    act.rule(agency !== owner, "WITNESS_INDEPENDENT", entity, agency, `not ${owner}`);
    const cosigned = within(act, act.state.cosigned, service);
    const before = cosigned.get(agency) ?? 0n;
    act.rule(size > before, "COSIGNED_FURTHER", entity, size, `more than ${before}`);
    const head = headAt(service, act).size;
    act.rule(size <= head, "COSIGNED_WITHIN_HEAD", entity, size, `at most ${head}`);
    cosigned.set(agency, size);
  },
  PromiseBroken: ({ service, statementHash, breach }, act) => {
    const { broken } = act.state;
    const known = broken.get(service) ?? [];
    const again = known.some(([hash, way]) => hash === statementHash && way === breach);
    act.rule(!again, "REPORTED_ONCE", `promise ${statementHash}`, "reported twice", "once");
    broken.set(service, [...known, [statementHash, breach]]);
  },
};
