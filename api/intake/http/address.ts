const BEFORE = "/v1/services/";
const AFTER = "/actions";

/** Where actions are handed in, as the API's description has it. */
export const ACTIONS_PATH = "/v1/services/{service}/actions";

/** The service's name or id in the address of a request; undefined when the address is another one. */
export function serviceIn(url: string): string | undefined {
  if (!url.startsWith(BEFORE)) return undefined;
  const query = url.indexOf("?");
  const path = query < 0 ? url : url.slice(0, query);
  if (!path.endsWith(AFTER)) return undefined;
  const name = path.slice(BEFORE.length, -AFTER.length);
  return name === "" || name.includes("/") ? undefined : name;
}
