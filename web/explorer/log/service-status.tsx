import { Fragment } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { StatusTag } from "../../ui/status-tag/status-tag.tsx";
import type { Tone } from "../../ui/status-tag/status-tag.tsx";
import { epoch } from "../names/epoch.ts";
import { obstacleOf } from "./obstacle.ts";
import type { Obstacle, Registered } from "./obstacle.ts";
import { useNow } from "./use-now.ts";

type Standing = Registered & {
  readonly size: number;
  readonly seenAt: string | null;
  readonly closedAt: string | null;
  readonly retired: boolean;
  readonly logClosed: { readonly code: string } | null;
  readonly heartbeatDueAt: string | null;
  readonly brokenPromiseCount: number;
  /** what was promised first and is not anchored: as a rule it is due first */
  readonly oldestOpen: Deadlines;
  readonly oldestOverdue: Deadlines;
  /** anchors whose entries cannot be shown, and why */
  readonly unread: readonly { readonly reading: string }[];
};

type Deadlines = { readonly nodes: readonly { readonly deadline: string | null }[] };

type State = "working" | "logging" | "quiet" | "silent" | "suspended" | "retired" | "logClosed" | Obstacle;

const toneOf: Record<State, Tone> = {
  working: "active",
  logging: "plain",
  quiet: "plain",
  silent: "attention",
  noGateway: "attention",
  noCheckpointKey: "attention",
  noSubmissionKey: "attention",
  logClosed: "broken",
  suspended: "attention",
  retired: "plain",
};

const isSilent = ({ heartbeatDueAt }: Standing, now: number): boolean =>
  heartbeatDueAt !== null && epoch(heartbeatDueAt) < now;

/** @param flawed something of what it promised does not hold: then it does not work as promised, whatever it does now */
function stateOf(service: Standing, obstacle: Obstacle | undefined, flawed: boolean, now: number): State {
  if (service.retired) return "retired";
  if (service.closedAt !== null) return "suspended";
  if (service.logClosed !== null) return "logClosed";
  if (obstacle) return obstacle;
  if (isSilent(service, now)) return "silent";
  if (service.seenAt === null) return "quiet";
  return flawed ? "logging" : "working";
}

/** Whether a promise was due before the newest block, or is by now: a chain that stands still has no newer block. */
function isLate({ oldestOpen, oldestOverdue }: Standing, now: number): boolean {
  const deadline = oldestOpen.nodes[0]?.deadline;
  return oldestOverdue.nodes.length > 0 || (!!deadline && epoch(deadline) < now);
}

/** What a service's state is, in words with marks: what is wrong comes first. */
export function ServiceStatus({ service, asOf }: { service: Standing; asOf: string }) {
  const { t } = useTexts();
  const now = useNow(asOf);
  const { brokenPromiseCount: broken, unread, logClosed } = service;
  const contradicted = unread.some(({ reading }) => reading === "contradicted");
  const withheld = unread.some(({ reading }) => reading === "unavailable");
  const late = isLate(service, now);
  const obstacle = obstacleOf(service, now)?.what;
  const state = stateOf(service, obstacle, contradicted || withheld || broken > 0 || late, now);
  const flaws: [shown: boolean, tone: Tone, text: string][] = [
    [contradicted, "broken", t("services.status.contradicted")],
    [broken > 0, "broken", t("services.status.broken", { count: broken })],
    [withheld, "attention", t("services.status.withheld")],
    [logClosed !== null && state !== "logClosed", "broken", t("services.status.logClosed")],
    [late, "attention", t("services.status.late")],
    [state === obstacle && isSilent(service, now), "attention", t("services.status.silent")],
  ];
  return (
    <>
      {flaws
        .filter(([shown]) => shown)
        .map(([, tone, text]) => (
          <Fragment key={text}>
            <StatusTag tone={tone}>{text}</StatusTag>{" "}
          </Fragment>
        ))}
      <StatusTag tone={toneOf[state]}>{t(`services.status.${state}`)}</StatusTag>
    </>
  );
}
