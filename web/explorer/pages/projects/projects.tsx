import { budgetStates } from "../../../../sdk/budget-states.ts";
import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { PagedList } from "../../../ui/pagination/paged-list.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { problemAt } from "../../../ui/error-summary/problem-at.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { inOrder } from "../../../ui/data-table/columns.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import type { CountScope } from "../../../../sdk/verify/count-records.ts";
import { stateNumber } from "../../names/state-word.ts";
import { VerifyCounts } from "../../verify/controls.tsx";
import { AgencyTable } from "./agency-table.tsx";
import { ProjectTable } from "./project-table.tsx";
import { Projects } from "./projects.graphql.ts";
import type { ProjectsVariables } from "./projects.graphql.ts";
import { downloads, orderIn } from "../../data/downloads.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { FieldProblem } from "../../../ui/error-summary/error-summary.tsx";
import { readChoice } from "../../data/choice.ts";
import { readFiscalYear } from "../../data/fiscal-year.ts";

/** In the address: only projects about which there is a flag. */
const FLAGGED = "1";
const fields = { code: "CODE", approved: "APPROVED", committed: "COMMITTED", paid: "PAID" } as const;

/** What the address says, as the API takes it, and what of it cannot be read. */
function readView(
  params: URLSearchParams,
  { t, language }: Pick<Texts, "t" | "language">,
): { variables: ProjectsVariables; problems: readonly FieldProblem[] } {
  const [key = "", direction] = (params.get("order") ?? "").split(":");
  const field = fields[key as keyof typeof fields];
  const { choice: state, problems: ofState } = readChoice(t, params, "state", budgetStates.project);
  const { year, problems: ofYear } = readFiscalYear(params, language);
  const { choice: flagged, problems: ofFlagged } = readChoice(t, params, "flagged", [FLAGGED]);
  const variables: ProjectsVariables = {
    filter: {
      query: params.get("q") || null,
      state: state ? [state] : null,
      fiscalYear: year === null ? null : [year],
      flagged: flagged ? true : null,
    },
    orderBy: field ? { field, direction: direction === "desc" ? "DESC" : "ASC" } : null,
    after: cursorOf(params, "after"),
    agencies: cursorOf(params, "agencies"),
  };
  return { variables, problems: [...ofState, ...ofYear, ...ofFlagged] };
}

/** What part of the projects the view shows; null where it asks for words, of which no register knows. */
function scopeOf({ filter }: ProjectsVariables): CountScope | null {
  const { query, state, fiscalYear, flagged } = filter ?? {};
  if (query) return null;
  return {
    ...(state?.[0] && { state: Number(stateNumber("project", state[0])) }),
    ...(fiscalYear?.[0] && { year: fiscalYear[0] }),
    ...(flagged && { flagged }),
  };
}

export default function ProjectsPage() {
  const { t, language } = useNames();
  const [params] = useSearchParams();
  const { variables, problems } = useMemo(() => readView(params, { t, language }), [params, t, language]);
  const answer = useQuery(Projects, variables);
  const scope = scopeOf(variables);
  const countsText = !scope
    ? "projects.verifyAgencies"
    : Object.keys(scope).length > 0
      ? "projects.verifyPart"
      : "projects.verifyCounts";
  const [key = "code", direction] = (params.get("order") ?? "").split(":");
  return (
    <Page title={t("projects.title")} description={t("projects.intro")} crumbs={[]}>
      <p>{t("projects.intro")}</p>
      <Filters key={params.toString()} problems={problems} keep={["order"]}>
        <TextField id="q" name="q" label={t("projects.words")} defaultValue={params.get("q") ?? ""} />
        <SelectField
          id="state"
          name="state"
          label={t("projects.state")}
          error={problemAt(problems, "state")}
          defaultValue={variables.filter?.state?.[0] ?? ""}
          options={[
            { value: "", text: t("form.any") },
            ...budgetStates.project.map((value) => ({ value, text: t(`words.projectState.${value}`) })),
          ]}
        />
        <TextField
          id="year"
          name="year"
          inputMode="numeric"
          label={t("projects.year")}
          error={problemAt(problems, "year")}
          defaultValue={params.get("year") ?? ""}
        />
        <SelectField
          id="flagged"
          name="flagged"
          label={t("projects.flagged")}
          error={problemAt(problems, "flagged")}
          defaultValue={variables.filter?.flagged ? FLAGGED : ""}
          options={[
            { value: "", text: t("form.any") },
            { value: FLAGGED, text: t("projects.flaggedOnly") },
          ]}
        />
      </Filters>
      <QueryView answer={answer} lines={12}>
        {({ projects, agencies, _meta }) => (
          <>
            <p>
              {t(countsText)}:{" "}
              <VerifyCounts
                standing={_meta}
                subject={t(countsText)}
                scope={scope ?? {}}
                said={{ ...(scope && { projects: projects.totalCount }), agencies: agencies.totalCount }}
              />
            </p>
            <ProjectTable
              caption={t("projects.table", { count: projects.totalCount })}
              rows={projects.nodes}
              standing={_meta}
              order={{ key, descending: direction === "desc" }}
              orderTo={(order) => inOrder(params, order)}
              downloads={downloads(
                "projects",
                { ...variables.filter, ...orderIn(variables.orderBy) },
                language,
              )}
            />
            <Pagination
              shown={projects.nodes.length}
              total={projects.totalCount}
              hasNext={projects.pageInfo.hasNextPage}
              endCursor={projects.pageInfo.endCursor}
            />
            <PagedList label={t("projects.agencies")} name="agencies" list={agencies}>
              <AgencyTable agencies={agencies.nodes} />
            </PagedList>
          </>
        )}
      </QueryView>
    </Page>
  );
}
