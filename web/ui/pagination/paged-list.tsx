import type { ReactNode } from "react";
import type { CursorName } from "./cursors.ts";
import { Pagination } from "./pagination.tsx";

type Props = {
  /** what the list is called, for readers who hear the page */
  label: string;
  /** of the cursor in the address and of the place on the page */
  name: CursorName;
  list: {
    readonly nodes: readonly unknown[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  children: ReactNode;
};

/** One of several lists of a page, with the way to its rest. */
export function PagedList({ label, name, list: { nodes, totalCount, pageInfo }, children }: Props) {
  return (
    <div id={name}>
      {children}
      <Pagination
        label={label}
        name={name}
        shown={nodes.length}
        total={totalCount}
        hasNext={pageInfo.hasNextPage}
        endCursor={pageInfo.endCursor}
      />
    </div>
  );
}
