import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { toArabicDigits } from "../../../../sdk/thai-digits.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import { problemAt } from "../../../ui/error-summary/problem-at.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { downloads } from "../../data/downloads.ts";
import { readChoice, SHOWN } from "../../data/choice.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Ways } from "../../log/ways.tsx";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { servicesSaid } from "../../verify/logs/said.ts";
import { VerifyLogs } from "../../verify/logs/verify-logs.tsx";
import { ServiceTable } from "./service-table.tsx";
import { Services } from "./services.graphql.ts";

/** In the address, by whether a service takes new entries. */
const OPEN = "open";
const CLOSED = "closed";

/** What the address says, as the API takes it, and what of it cannot be read. */
function readFilter(params: URLSearchParams, t: Texts["t"]) {
  const input = params.get("agency")?.trim() ?? "";
  const code = toArabicDigits(input);
  const agency = /^\d{1,5}$/.test(code) ? [Number(code)] : null;
  const { choice: state, problems: ofState } = readChoice(t, params, "state", [OPEN, CLOSED]);
  const filter = { query: params.get("q") || null, agency, open: state ? state === OPEN : null };
  const problems = [...ofState];
  if (!agency && input)
    problems.unshift({ field: "agency", text: t("form.noAgencyCode", { value: input.slice(0, SHOWN) }) });
  return { filter, state, problems };
}

export default function ServicesPage() {
  const { t, language } = useNames();
  const [params] = useSearchParams();
  const { filter, state, problems } = useMemo(() => readFilter(params, t), [params, t]);
  const isFiltered = filter.query !== null || filter.agency !== null || filter.open !== null;
  const answer = useQuery(Services, { ...filter, after: cursorOf(params, "after") });
  return (
    <Page title={t("services.title")} description={t("services.intro")} crumbs={[]}>
      <p>{t("services.intro")}</p>
      <Filters key={params.toString()} problems={problems} apply={t("services.find")}>
        <TextField id="q" name="q" label={t("services.words")} defaultValue={params.get("q") ?? ""} />
        <TextField
          id="agency"
          name="agency"
          label={t("services.agency")}
          inputMode="numeric"
          error={problemAt(problems, "agency")}
          defaultValue={params.get("agency") ?? ""}
        />
        <SelectField
          id="state"
          name="state"
          label={t("services.which")}
          error={problemAt(problems, "state")}
          defaultValue={state ?? ""}
          options={[
            { value: "", text: t("form.any") },
            { value: OPEN, text: t("services.open") },
            { value: CLOSED, text: t("services.closed") },
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
