import { cursorOf } from "../../../ui/pagination/cursors.ts";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { PagedList } from "../../../ui/pagination/paged-list.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { ServicePromises } from "./service-promises.graphql.ts";
import type { Service } from "./service.tsx";

type Name = "open" | "overdue" | "late";
type List = Service[Name];
export type Given = List["nodes"][number];

/** As the query of the page asks for the first few of each. */
const asked = {
  open: { state: "OPEN", direction: "DESC" },
  overdue: { state: "OVERDUE", direction: "ASC" },
  late: { state: "LATE", direction: "DESC" },
} as const;

type Props = {
  service: Service;
  name: Name;
  /** what the list is called, for readers who hear the page */
  label: string;
  item: (promise: Given) => ReactNode;
};

function Shown({ name, label, item, list }: Omit<Props, "service"> & { list: List }) {
  return (
    <PagedList label={label} name={name} list={list}>
      <ul>
        {list.nodes.map((promise) => (
          <li key={promise.statementHash}>{item(promise)}</li>
        ))}
      </ul>
    </PagedList>
  );
}

function Further({ after, ...props }: Props & { after: string }) {
  const { service, name } = props;
  const answer = useQuery(ServicePromises, { name: service.name, ...asked[name], after });
  return (
    <QueryView answer={answer} lines={8}>
      {(data) => data.service && <Shown {...props} list={data.service.promises} />}
    </QueryView>
  );
}

/** Promises of one state: the first few are there with the page, the others by their place in the address. */
export function PromiseList(props: Props) {
  const [params] = useSearchParams();
  const { service, name } = props;
  const after = cursorOf(params, name);
  if (after) return <Further {...props} after={after} />;
  return service[name].nodes.length > 0 && <Shown {...props} list={service[name]} />;
}
