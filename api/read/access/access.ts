import { isAddress } from "ethers";
import type { MirrorRow } from "../../../indexer/store/read.ts";
import { apiError } from "../../errors/api-error.ts";
import type { AgencyRow, OfficerRow } from "../rows/access.ts";
import type { AccessReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isInt, isOneOf, loaderByBlock } from "../sql/loaders.ts";
import { contains, searchTerms } from "../sql/search.ts";
import { node, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { join, sql } from "../sql/sql.ts";
import { address, hex, seconds } from "../sql/values.ts";

type Agency = MirrorRow["agency"];
type Officer = MirrorRow["officer"];

function agencyOf(row: Agency, asOf: AsOf): AgencyRow {
  return {
    ...node("agency", String(row.code), row, asOf),
    code: row.code,
    nameTh: row.name_th,
    nameEn: row.name_en,
    province: row.province,
    active: row.active,
  };
}

function officerOf(row: Officer, asOf: AsOf): OfficerRow {
  const account = address(row.account);
  return {
    ...node("officer", account, row, asOf),
    account,
    agency: row.agency,
    duties: row.duties,
    validFrom: seconds(row.valid_from),
    validUntil: seconds(row.valid_until),
    revoked: row.revoked,
    personTag: hex(row.person_tag),
  };
}

export function accessReads(database: Database): AccessReads {
  const agency = loaderByBlock<AgencyRow>(
    async (codes, asOf) => {
      const rows = await database.rows<Agency>(
        sql`SELECT a.* FROM ${versioned("agency", "a", asOf)} WHERE ${isOneOf("a.code", "int", codes)}`,
      );
      return rows.map((row) => agencyOf(row, asOf));
    },
    ({ key }) => key,
  );
  const officer = loaderByBlock<OfficerRow>(
    async (accounts, asOf) => {
      const wanted = accounts.map((account) => Buffer.from(account.slice(2), "hex"));
      const rows = await database.rows<Officer>(
        sql`SELECT o.* FROM ${versioned("officer", "o", asOf)} WHERE ${isOneOf("o.account", "bytea", wanted)}`,
      );
      return rows.map((row) => officerOf(row, asOf));
    },
    ({ account }) => account.toLowerCase(),
  );
  return {
    agency: (code, asOf) => (isInt(code) ? agency(code, asOf) : Promise.resolve(null)),
    agencyOf: async (row) => {
      const found = await agency(String(row.agency), row.asOf);
      if (found) return found;
      throw apiError("MIRROR_INCOMPLETE", { agency: row.agency });
    },
    agencies: (query, page, asOf) => {
      const terms = searchTerms(query);
      const byCode = terms.length === 1 && isInt(terms[0]!) ? sql`a.code = ${terms[0]}::int` : null;
      const byName =
        terms.length > 0
          ? join(
              terms.map((term) => contains("(a.name_th || ' ' || a.name_en)", term)),
              " AND ",
            )
          : null;
      const from = sql`FROM ${versioned("agency", "a", asOf)}`;
      return keysetPage<Agency, AgencyRow>(
        database,
        {
          tag: "agencies",
          columns: [{ expression: "a.code", type: "int", direction: "ASC", read: (row) => row.code }],
          select: sql`SELECT a.* ${from}`,
          from,
          conditions: [byCode && byName ? sql`(${byCode} OR (${byName}))` : byName],
          map: (row) => agencyOf(row, asOf),
        },
        page,
      );
    },
    officer: (account, asOf) =>
      isAddress(account) ? officer(account.toLowerCase(), asOf) : Promise.resolve(null),
    officers: (code, page, asOf) => {
      const from = sql`FROM ${versioned("officer", "o", asOf)}`;
      return keysetPage<Officer, OfficerRow>(
        database,
        {
          tag: "officers",
          columns: [
            {
              expression: "encode(o.account, 'hex')",
              type: "text",
              direction: "ASC",
              read: ({ account }) => account.toString("hex"),
            },
          ],
          select: sql`SELECT o.* ${from}`,
          from,
          conditions: [code === null ? null : sql`o.agency = ${code}`],
          map: (row) => officerOf(row, asOf),
        },
        page,
      );
    },
    deployments: async (asOf) => {
      const rows = await database.rows<MirrorRow["deployment"]>(
        sql`SELECT d.* FROM ${versioned("deployment", "d", asOf)} ORDER BY d.name, d.version`,
      );
      return rows.map((row) => ({
        ...node("deployment", `${row.name}-${row.version}`, row, asOf),
        name: row.name,
        version: row.version,
        target: address(row.target),
        codeHash: hex(row.code_hash),
        retired: row.retired,
      }));
    },
  };
}
