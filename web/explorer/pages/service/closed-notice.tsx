import { Notice } from "../../../ui/notice/notice.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { obstacleOf } from "../../log/obstacle.ts";
import { useNow } from "../../log/use-now.ts";
import { epoch } from "../../names/epoch.ts";
import { useNames } from "../../parts.tsx";
import type { Service } from "./service.tsx";

/** That the intake has closed the log by itself, whatever the ledger says of the service. */
function LogClosedNotice({ logClosed: { code, foundAt } }: { logClosed: NonNullable<Service["logClosed"]> }) {
  const { t } = useNames();
  const cause = code === "LOG_INTAKE_CHAIN" ? "chain" : "stored";
  return (
    <Notice tone="broken" title={t("services.status.logClosed")}>
      <p>
        {t(`service.logClosed.${cause}`)} {t("service.logClosed.found")} <Moment at={foundAt} />
      </p>
      <p>{t("service.logClosed.until")}</p>
      <p>{t("service.closed.stays")}</p>
      <p>{t("states.code", { code })}</p>
    </Notice>
  );
}

/** Why the service takes no entries by the ledger, since when, and what that means; nothing while it takes them. */
function ClosedByLedgerNotice({ service, asOf }: { service: Service; asOf: string }) {
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

/** Why the service takes no entries; nothing while it takes them. */
export function ClosedNotice({ service, asOf }: { service: Service; asOf: string }) {
  return (
    <>
      {service.logClosed && <LogClosedNotice logClosed={service.logClosed} />}
      <ClosedByLedgerNotice service={service} asOf={asOf} />
    </>
  );
}
