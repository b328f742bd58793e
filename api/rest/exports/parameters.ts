import type { Parameter } from "../operation/operation.ts";
import type { ReadRoute } from "../routes/route.ts";

/** An export is the whole list: it has the list's filters and order, but no pages. */
export function exportParameters({ operation }: ReadRoute): Parameter[] {
  return operation.parameters.filter(({ name }) => !["limit", "after", "count"].includes(name));
}
