import { lazy, Suspense } from "react";
import type { FieldProblem } from "../../../ui/error-summary/error-summary.tsx";
import { problemAt } from "../../../ui/error-summary/problem-at.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import type { Option } from "../../../ui/form/select-field.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { useHydrated } from "../../../ui/use-hydrated.ts";
import { useQuery } from "../../data/use-query.ts";
import { provinceName } from "../../../../sdk/provinces.ts";
import { useNames } from "../../parts.tsx";
import { ReportedChoices } from "./choices.graphql.ts";
import type { Filter } from "./filter.ts";

/** Fetched beside the page: agencies are too many for a plain list. */
const PickField = lazy(() => import("../../../ui/form/pick-field.tsx"));

type Group = { readonly key: string | null; readonly reported: { readonly count: number } };

/** The filter's fields; what can be chosen comes from the data, with how many there are. */
export function ReportedFilters({
  params,
  filter,
  problems,
}: {
  params: URLSearchParams;
  filter: Filter;
  problems: readonly FieldProblem[];
}) {
  const { t, count, language, pick, imported } = useNames();
  const { data } = useQuery(ReportedChoices, {});
  const value = (name: string) => params.get(name) ?? "";
  const options = (groups: readonly Group[] | undefined, name = (key: string) => key): Option[] =>
    (groups ?? [])
      .filter(({ key, reported }) => key !== null && reported.count > 0)
      .map(({ key, reported }) => ({
        value: key ?? "",
        text: t("reported.filter.withCount", {
          name: imported(name(key ?? "")),
          number: count(reported.count),
        }),
      }));
  /** As they are filtered by, however they were written; nothing where the address says what cannot be chosen. */
  const year = String(filter.fiscalYear?.[0] ?? "");
  const batch = String(filter.importBatch?.[0] ?? "");
  /** The chosen value can be chosen even before the list is there. */
  const choices = (chosen: string, list: Option[]): Option[] => {
    const known = chosen === "" || list.some((option) => option.value === chosen);
    return [
      { value: "", text: t("form.any") },
      ...(known ? [] : [{ value: chosen, text: imported(chosen) }]),
      ...list,
    ];
  };
  const agencies = options(data?.agencies.groups);
  const isHydrated = useHydrated();
  const agencyFallback = (
    <>
      <TextField
        id="agency"
        name="agency"
        label={t("reported.filter.agency")}
        defaultValue={value("agency")}
        list="agencies"
      />
      <datalist id="agencies">
        {agencies.map(({ value: name, text }) => (
          <option key={name} value={name} label={text} />
        ))}
      </datalist>
    </>
  );
  return (
    <Filters problems={problems} keep={["order"]}>
      <TextField
        id="q"
        name="q"
        label={t("reported.filter.words")}
        hint={t("reported.filter.wordsHint")}
        defaultValue={value("q")}
      />
      {data && isHydrated ? (
        <Suspense fallback={agencyFallback}>
          <PickField
            id="agency"
            name="agency"
            label={t("reported.filter.agency")}
            options={choices(value("agency"), agencies).slice(1)}
            value={value("agency")}
          />
        </Suspense>
      ) : (
        agencyFallback
      )}
      <SelectField
        id="province"
        name="province"
        label={t("reported.filter.province")}
        key={`province-${data ? 1 : 0}`}
        defaultValue={value("province")}
        options={choices(
          value("province"),
          options(data?.provinces.groups, (key) => provinceName(key, language)),
        )}
      />
      <SelectField
        id="method"
        name="method"
        label={t("reported.filter.method")}
        key={`method-${data ? 1 : 0}`}
        defaultValue={value("method")}
        options={choices(value("method"), options(data?.methods.groups))}
      />
      <SelectField
        id="year"
        name="year"
        label={t("reported.filter.year")}
        key={`year-${data ? 1 : 0}`}
        error={problemAt(problems, "year")}
        defaultValue={year}
        options={choices(year, options(data?.years.groups))}
      />
      <TextField
        id="min"
        name="min"
        inputMode="decimal"
        label={t("reported.filter.min")}
        hint={t("form.moneyHint")}
        error={problemAt(problems, "min")}
        defaultValue={value("min")}
      />
      <TextField
        id="max"
        name="max"
        inputMode="decimal"
        label={t("reported.filter.max")}
        hint={t("form.moneyHint")}
        error={problemAt(problems, "max")}
        defaultValue={value("max")}
      />
      <SelectField
        id="flag"
        name="flag"
        label={t("reported.filter.flag")}
        key={`flag-${data ? 1 : 0}`}
        defaultValue={value("flag")}
        options={choices(
          value("flag"),
          (data?.redFlagRules ?? [])
            .filter(({ appliesTo }) => appliesTo === "reported")
            .map(({ id, title, count: found }) => ({
              value: id,
              text: t("reported.filter.withCount", { name: pick(title), number: count(found) }),
            })),
        )}
      />
      <SelectField
        id="batch"
        name="batch"
        label={t("reported.filter.batch")}
        key={`batch-${data ? 1 : 0}`}
        error={problemAt(problems, "batch")}
        defaultValue={batch}
        options={choices(
          batch,
          (data?.importBatches.nodes ?? []).map(({ batchId, sourceName, format }) => ({
            value: String(batchId),
            text: t("reported.filter.batchName", { id: batchId, name: sourceName ?? format }),
          })),
        )}
      />
    </Filters>
  );
}
