import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useSearchParams } from "react-router";
import { PagedList } from "../../../ui/pagination/paged-list.tsx";
import { ActionList } from "../../log/action-list.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { useNames } from "../../parts.tsx";
import { SearchSubject } from "./search-subject.graphql.ts";

/** Everything that services logged about one case, by the code that those concerned were given. */
export function SubjectHits({ subject }: { subject: string }) {
  const { t } = useNames();
  const [params] = useSearchParams();
  const answer = useQuery(SearchSubject, { subject, after: cursorOf(params, "entries") });
  return (
    <QueryView answer={answer} lines={4}>
      {({ actions }) => {
        const title = t("search.subject", { count: actions.totalCount });
        return (
          actions.totalCount > 0 && (
            <section>
              <h2>{title}</h2>
              <PagedList label={title} name="entries" list={actions}>
                <ActionList label={title} actions={actions.nodes} />
              </PagedList>
            </section>
          )
        );
      }}
    </QueryView>
  );
}
