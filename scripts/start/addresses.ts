import type { Context } from "./context.ts";
import { given } from "./context.ts";

/** The table that ends a start: what runs where. Holds no password. */
export function addressTable(context: Context): string {
  const { settings } = context;
  const chain = given(context, "chain");
  const api = context.apiUrl;
  const database = new URL(given(context, "databaseUrl"));
  const rows: [string, string][] = [
    ...(api
      ? ([
          ["Pages (Thai, English)", `${api}/`],
          ["GraphQL", `${api}/graphql`],
          ["REST", `${api}/openapi.json`],
        ] as [string, string][])
      : []),
    ["Chain, JSON-RPC", `${chain.rpcUrl}  (chain id ${chain.chainId})`],
    ["Database", `${database.hostname}:${database.port || 5432}${database.pathname}`],
    ["Documents", settings.ipfsApiUrl ? "Kubo of IPFS_API_URL" : `${settings.dataDir}/documents`],
    ["Data and logs", settings.dataDir],
  ];
  const wide = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(wide)}  ${value}`).join("\n");
}
