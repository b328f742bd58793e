import type { Language } from "../../i18n/languages.ts";

type Value = string | number | boolean | null | undefined | readonly (string | number)[];

/**
 * Addresses of a whole list as files, filtered and ordered as on the page.
 *
 * @param list path below `/v1`, such as `projects`
 * @param view the list's filter and order as the REST interface names them; what is empty is left out
 */
export function downloads(list: string, view: Readonly<Record<string, Value>>, language: Language) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly (string | number)[]) : [value])
      parameters.append(name, String(one));
  }
  const query = parameters.toString();
  const ndjson = `/v1/${list}.ndjson${query ? `?${query}` : ""}`;
  parameters.append("lang", language);
  return { csv: `/v1/${list}.csv?${parameters.toString()}`, ndjson };
}

type Order<Field> = { readonly field: Field; readonly direction?: "ASC" | "DESC" } | null | undefined;

/** An order as the REST interface takes it. */
export function orderIn<Field extends string>(order: Order<Field>) {
  return order ? { orderBy: order.field, direction: order.direction } : {};
}
