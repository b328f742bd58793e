import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { Link, useSearchParams } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { VerifyCounts, VerifySignalCount } from "../../verify/controls.tsx";
import { FlagList } from "./flag-list.tsx";
import { Rules } from "./rules.graphql.ts";
import type { RulesResult } from "./rules.graphql.ts";

type Rule = RulesResult["redFlagRules"][number];

export default function RulesPage() {
  const { t, pick, count } = useNames();
  const [params] = useSearchParams();
  const answer = useQuery(Rules, { after: cursorOf(params, "after") });
  const standing = answer.data?._meta;
  const scope = ({ appliesTo }: Rule) => t(appliesTo === "native" ? "flags.native" : "flags.reported");
  const columns: Column<Rule>[] = [
    {
      key: "rule",
      header: t("flags.rule"),
      kind: "text",
      cell: (rule) => (
        <>
          <Link to={`/flags/${encodeURIComponent(rule.id)}`}>{pick(rule.title)}</Link>
          <br />
          {pick(rule.text)}
        </>
      ),
      value: (rule) => pick(rule.title),
    },
    { key: "scope", header: t("flags.appliesTo"), sortable: true, cell: scope, value: scope },
    {
      key: "count",
      header: t("flags.count"),
      kind: "amount",
      sortable: true,
      cell: (rule) => (
        <>
          {count(rule.count)}{" "}
          {standing && (
            <VerifySignalCount
              compact
              standing={standing}
              subject={t("flags.verifyFound", { rule: pick(rule.title) })}
              said={{ rule: rule.id, count: rule.count, shown: [] }}
            />
          )}
        </>
      ),
      value: (rule) => rule.count,
    },
  ];
  return (
    <Page title={t("flags.title")} description={t("flags.intro")} crumbs={[]}>
      <p>{t("flags.intro")}</p>
      <QueryView answer={answer} lines={14}>
        {({ redFlagRules, flags, _meta }) => (
          <>
            <DataTable
              caption={t("flags.rules")}
              columns={columns}
              rows={redFlagRules}
              rowKey={({ id }) => id}
              fileName="rules"
            />
            <h2>{t("flags.citizens", { count: flags.totalCount })}</h2>
            <p>{t("flags.citizensText")}</p>
            <p>
              {t("flags.verifyCount")}:{" "}
              <VerifyCounts
                standing={_meta}
                subject={t("flags.verifyCount")}
                said={{ flags: flags.totalCount }}
              />
            </p>
            <FlagList flags={flags.nodes} none={t("table.empty")} rules={redFlagRules} />
            <Pagination
              shown={flags.nodes.length}
              total={flags.totalCount}
              hasNext={flags.pageInfo.hasNextPage}
              endCursor={flags.pageInfo.endCursor}
            />
          </>
        )}
      </QueryView>
    </Page>
  );
}
