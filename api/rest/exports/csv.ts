import { getNamedType, isListType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLObjectType, GraphQLOutputType } from "graphql";
import type { Locale } from "../../../sdk/errors.ts";
import { entryFields, selectedFields } from "../operation/operation.ts";
import type { Operation, Selected } from "../operation/operation.ts";
import { fieldWords } from "./words.ts";

export interface CsvColumn {
  readonly path: readonly string[];
  readonly money: boolean;
}

/** UTF-8 byte order mark: without it Thai Excel takes the file for another encoding. */
export const BOM = "\uFEFF";

function columnsOf(fields: readonly Selected[], path: readonly string[], operation: Operation): CsvColumn[] {
  return fields.flatMap((field): CsvColumn[] => {
    const here = [...path, field.name];
    const type = (isNonNullType(field.type) ? field.type.ofType : field.type) as GraphQLOutputType;
    const named = getNamedType(type);
    if (isListType(type) || !isObjectType(named)) return [{ path: here, money: named.name === "Satang" }];
    const inner = selectedFields(named as GraphQLObjectType, field.selection!, operation.fragments);
    return columnsOf(inner, here, operation);
  });
}

/** One column for each single value; lists stand in one cell as JSON. @param fields of one row */
export function csvColumns(operation: Operation, fields = entryFields(operation)): CsvColumn[] {
  return columnsOf(fields, [], operation);
}

/** Satang as baht with two decimals, as people reckon. */
function baht(satang: string): string {
  const digits = satang.replace("-", "").padStart(3, "0");
  return `${satang.startsWith("-") ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * A cell as spreadsheets may open it: text that they would run as a formula is led by an apostrophe.
 * Source: OWASP, CSV injection.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  let value = row;
  for (const name of path) {
    if (value === null || typeof value !== "object") return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

export function csvLine(row: unknown, columns: readonly CsvColumn[]): string {
  return `${columns
    .map(({ path, money }) => {
      const value = valueAt(row, path);
      if (value === null || value === undefined) return "";
      if (typeof value === "object") return csvCell(JSON.stringify(value));
      return csvCell(money ? baht(String(value)) : String(value));
    })
    .join(",")}\r\n`;
}

/** The header in the reader's language; amounts say that they are baht. */
export function csvHeader(columns: readonly CsvColumn[], language: Locale): string {
  const unit = language === "th" ? " (บาท)" : " (baht)";
  return `${columns
    .map(({ path, money }) => {
      const words = path.map((name) => fieldWords[name]?.[language] ?? name);
      return csvCell(`${words.join(": ")}${money ? unit : ""}`);
    })
    .join(",")}\r\n`;
}
