import { ActionList } from "../../log/action-list.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { useNames } from "../../parts.tsx";
import { SearchSubject } from "./search-subject.graphql.ts";

/** Everything that services logged about one case, by the code that those concerned were given. */
export function SubjectHits({ subject }: { subject: string }) {
  const { t } = useNames();
  const answer = useQuery(SearchSubject, { subject });
  return (
    <QueryView answer={answer} lines={4}>
      {({ actions }) =>
        actions.totalCount > 0 && (
          <section>
            <h2>{t("search.subject", { count: actions.totalCount })}</h2>
            <ActionList label={t("search.subject", { count: actions.totalCount })} actions={actions.nodes} />
          </section>
        )
      }
    </QueryView>
  );
}
