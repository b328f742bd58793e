import { Notice } from "../../../ui/notice/notice.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { epoch } from "../../names/epoch.ts";
import { useNames } from "../../parts.tsx";
import { useNow } from "../../log/use-now.ts";
import { PromiseList } from "./promise-list.tsx";
import type { Given } from "./promise-list.tsx";
import type { Service } from "./service.tsx";

type Due = Pick<Given, "firstIndex" | "deadline">;

/** What was promised to whoever hands in entries, and what became of it. */
export function Promises({ service, asOf }: { service: Service; asOf: string }) {
  const { t, count } = useNames();
  const now = useNow(asOf);
  const { brokenPromises, open, overdue, kept, late } = service;
  const due = ({ firstIndex, deadline }: Due) => (
    <>
      {t("service.promises.openUntil", { index: count(firstIndex) })} {deadline && <Moment at={deadline} />}
    </>
  );
  const openOnes = t("service.promises.open", { count: open.totalCount });
  const overdueOnes = t("service.promises.overdue", { count: overdue.totalCount });
  const lateOnes = t("service.promises.keptLate", { count: late.totalCount });
  const lateTag = <StatusTag tone="attention">{t("service.promises.late")}</StatusTag>;
  return (
    <>
      <h2>{t("service.promises.title")}</h2>
      <p>{t("service.promises.intro")}</p>
      {brokenPromises.length === 0 ? (
        <p>{t("service.promises.none")}</p>
      ) : (
        <Notice tone="broken" title={t("service.promises.brokenTitle", { count: brokenPromises.length })}>
          <ul>
            {brokenPromises.map(({ statementHash, breach, index, timestamp }) => (
              <li key={`${statementHash} ${breach}`}>
                {t(`service.promises.${breach}`, { index: count(index) })} · {t("service.promises.at")}{" "}
                <Moment at={timestamp} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {kept.totalCount + late.totalCount + open.totalCount + overdue.totalCount > 0 && (
        <>
          <ul>
            <li>{t("service.promises.kept", { count: kept.totalCount })}</li>
            {late.totalCount > 0 && (
              <li>
                {lateOnes}
                <PromiseList
                  service={service}
                  name="late"
                  label={lateOnes}
                  item={({ anchoredAt, ...promise }) => (
                    <>
                      {due(promise)}
                      {anchoredAt && (
                        <>
                          {" "}
                          · {t("service.promises.anchoredAt")} <Moment at={anchoredAt} />
                        </>
                      )}
                    </>
                  )}
                />
              </li>
            )}
            {overdue.totalCount > 0 && (
              <li>
                {overdueOnes}
                <PromiseList
                  service={service}
                  name="overdue"
                  label={overdueOnes}
                  item={(promise) => (
                    <>
                      {due(promise)} {lateTag}
                    </>
                  )}
                />
              </li>
            )}
            <li>
              {openOnes}
              <PromiseList
                service={service}
                name="open"
                label={openOnes}
                item={(promise) => (
                  <>
                    {due(promise)} {promise.deadline && epoch(promise.deadline) < now && lateTag}
                  </>
                )}
              />
            </li>
          </ul>
          <p>{t("service.promises.word")}</p>
        </>
      )}
    </>
  );
}

/** Says before everything else that something promised is not there in time; nothing while all is. */
export function OverdueNotice({ service }: { service: Service }) {
  const { t, count } = useNames();
  const [first] = service.overdue.nodes;
  if (!first) return null;
  return (
    <Notice
      tone="attention"
      title={t("service.promises.overdueTitle", { count: service.overdue.totalCount })}
    >
      <p>
        {t("service.promises.openUntil", { index: count(first.firstIndex) })}{" "}
        {first.deadline && <Moment at={first.deadline} />} · {t("service.facts.anchored")}{" "}
        {service.anchoredAt === null ? t("services.never") : <Moment at={service.anchoredAt} />}
      </p>
      <p>{t("service.promises.overdueText")}</p>
    </Notice>
  );
}
