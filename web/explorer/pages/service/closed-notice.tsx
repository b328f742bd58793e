import { Notice } from "../../../ui/notice/notice.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { obstacleOf } from "../../log/obstacle.ts";
import { useNow } from "../../log/use-now.ts";
import { epoch } from "../../names/epoch.ts";
import { useNames } from "../../parts.tsx";
import type { Service } from "./service.tsx";

/** Why the service takes no entries, since when, and what that means; nothing while it takes them. */
export function ClosedNotice({ service, asOf }: { service: Service; asOf: string }) {
  const { t } = useNames();
  const now = useNow(asOf);
  const { closedAt, retired } = service;
  const closed =
    closedAt === null ? null : ({ what: retired ? "retired" : "suspended", since: epoch(closedAt) } as const);
  const why = closed ?? obstacleOf(service, now);
  if (!why) return null;
  return (
    <Notice tone={retired ? "plain" : "attention"} title={t(`services.status.${why.what}`)}>
      <p>
        {t(`service.closed.${why.what}`)}
        {why.since !== null && (
          <>
            {" "}
            {t("service.closed.since")} <Moment at={why.since} />
          </>
        )}
      </p>
      <p>{t("service.closed.stays")}</p>
    </Notice>
  );
}
