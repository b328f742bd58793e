import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { problemAt } from "../../../ui/error-summary/problem-at.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { downloads } from "../../data/downloads.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { ActionTable } from "../../log/action-table.tsx";
import { useNames } from "../../parts.tsx";
import { readFilter } from "./filter.ts";
import { ServiceActions } from "./service-actions.graphql.ts";
import type { Service } from "./service.tsx";

/** Entries of the service, newest first, with their filter in the address. */
export function Actions({ service }: { service: Service }) {
  const { t, language, pick } = useNames();
  const [params] = useSearchParams();
  const { filter, problems, wrongSubject } = useMemo(
    () => readFilter(params, service.name, language),
    [params, service.name, language],
  );
  const all = useMemo(
    () =>
      wrongSubject ? [{ field: "subject", text: t("service.actions.subjectWrong") }, ...problems] : problems,
    [problems, wrongSubject, t],
  );
  const value = (name: string) => params.get(name) ?? "";
  const answer = useQuery(ServiceActions, { filter, after: cursorOf(params, "after") });
  const types = new Map(service.actionTypes.map(({ name, title }) => [name, title ? pick(title) : name]));
  if (value("type") && !types.has(value("type"))) types.set(value("type"), value("type"));
  const isFiltered = ["type", "subject", "from", "to"].some((name) => value(name));
  const none = (unreadCount: number) =>
    isFiltered
      ? t("service.actions.none")
      : t(unreadCount > 0 ? "service.noneShown" : "service.actions.noneYet");
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t("service.actions.title")}</h2>
      <Filters key={params.toString()} problems={all}>
        <SelectField
          id="type"
          name="type"
          label={t("service.actions.type")}
          defaultValue={value("type")}
          options={[
            { value: "", text: t("form.any") },
            ...[...types].map(([name, text]) => ({ value: name, text })),
          ]}
        />
        <TextField
          id="from"
          name="from"
          label={t("service.actions.from")}
          hint={t("service.actions.dateHint")}
          error={problemAt(all, "from")}
          defaultValue={value("from")}
        />
        <TextField
          id="to"
          name="to"
          label={t("service.actions.to")}
          error={problemAt(all, "to")}
          defaultValue={value("to")}
        />
        <TextField
          id="subject"
          name="subject"
          label={t("service.actions.subject")}
          hint={t("service.actions.subjectHint")}
          error={problemAt(all, "subject")}
          defaultValue={value("subject")}
          autoComplete="off"
          spellCheck={false}
        />
      </Filters>
      <QueryView answer={answer} lines={12}>
        {({ actions: { nodes, totalCount, unreadCount, pageInfo } }) => (
          <>
            {unreadCount > 0 && (
              <Notice tone="attention" title={t("service.unread", { count: unreadCount })}>
                <p>{t("service.unreadText")}</p>
              </Notice>
            )}
            {nodes.length === 0 ? (
              <Empty filtered={isFiltered} title={none(unreadCount)} />
            ) : (
              <>
                <p role="status" className="visually-hidden">
                  {t("service.actions.caption", { count: totalCount })}
                </p>
                <ActionTable
                  caption={t("service.actions.caption", { count: totalCount })}
                  rows={nodes}
                  downloads={downloads(
                    `services/${service.name}/actions`,
                    { ...filter, service: null },
                    language,
                  )}
                />
                <Pagination
                  shown={nodes.length}
                  total={totalCount}
                  hasNext={pageInfo.hasNextPage}
                  endCursor={pageInfo.endCursor}
                />
              </>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}
