import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { toArabicDigits } from "../../../../sdk/thai-digits.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { downloads } from "../../data/downloads.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Ways } from "../../log/ways.tsx";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { servicesSaid } from "../../verify/logs/said.ts";
import { VerifyLogs } from "../../verify/logs/verify-logs.tsx";
import { ServiceTable } from "./service-table.tsx";
import { Services } from "./services.graphql.ts";

const opens: Readonly<Record<string, boolean>> = { open: true, closed: false };

/** What the address says, as the API takes it. */
function readFilter(params: URLSearchParams) {
  const code = toArabicDigits(params.get("agency")?.trim() ?? "");
  return {
    query: params.get("q") || null,
    agency: /^\d{1,5}$/.test(code) ? [Number(code)] : null,
    open: opens[params.get("state") ?? ""] ?? null,
  };
}

export default function ServicesPage() {
  const { t, language } = useNames();
  const [params] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const isFiltered = filter.query !== null || filter.agency !== null || filter.open !== null;
  const answer = useQuery(Services, { ...filter, after: cursorOf(params, "after") });
  return (
    <Page title={t("services.title")} description={t("services.intro")} crumbs={[]}>
      <p>{t("services.intro")}</p>
      <Filters key={params.toString()} apply={t("services.find")}>
        <TextField id="q" name="q" label={t("services.words")} defaultValue={params.get("q") ?? ""} />
        <TextField
          id="agency"
          name="agency"
          label={t("services.agency")}
          inputMode="numeric"
          defaultValue={params.get("agency") ?? ""}
        />
        <SelectField
          id="state"
          name="state"
          label={t("services.which")}
          defaultValue={params.get("state") ?? ""}
          options={[
            { value: "", text: t("form.any") },
            { value: "open", text: t("services.open") },
            { value: "closed", text: t("services.closed") },
          ]}
        />
      </Filters>
      <QueryView answer={answer} lines={14}>
        {({ services: { nodes, totalCount, pageInfo }, _meta }) =>
          nodes.length === 0 ? (
            <Empty filtered={isFiltered} title={t(isFiltered ? "services.noneFound" : "services.none")} />
          ) : (
            <>
              <p>
                {t("logCheck.label")}:{" "}
                <VerifyLogs
                  standing={_meta}
                  subject={t("logCheck.subjectList")}
                  said={servicesSaid(nodes, _meta.blockTimestamp, !isFiltered && nodes.length === totalCount)}
                />
              </p>
              <ServiceTable
                caption={t("services.caption", { count: totalCount })}
                rows={nodes}
                asOf={_meta.blockTimestamp}
                downloads={downloads("services", filter, language)}
              />
              <Pagination
                shown={nodes.length}
                total={totalCount}
                hasNext={pageInfo.hasNextPage}
                endCursor={pageInfo.endCursor}
              />
            </>
          )
        }
      </QueryView>
      <Ways />
    </Page>
  );
}
