import { isJuristic, isJuristicTaxId, juristicNameOnly } from "../juristic.ts";
import { withholdNumbers, withholdPersons } from "../personal-data.ts";
import { WITHHELD } from "../withheld.ts";
import type { EgpColumn, EgpField } from "./columns.ts";

/** Fields that hold amounts, dates and numbers of the source; they are read, not shown as text. */
const TYPED: ReadonlySet<EgpField> = new Set([
  "code",
  "announcedOn",
  "budget",
  "reference",
  "agreed",
  "fiscalYear",
  "transactionOn",
  "signedOn",
  "endsOn",
]);
/** Places are one word; some begin as people's titles do (ตำบลนายม, ตำบลนางตะเคียน). */
const PLACES: ReadonlySet<EgpField> = new Set(["province", "district", "subdistrict"]);

const isAbsent = (cell: string) => cell === "" || cell === "-";

function supplierIndexes(columns: readonly EgpColumn[]) {
  return {
    winner: columns.findIndex(({ field }) => field === "winner"),
    taxId: columns.findIndex(({ field }) => field === "taxId"),
  };
}

/**
 * The cells of a row without natural persons' data; the very same array when there is none. A winner that is not surely
 * a juristic person loses name and number, one that is loses the people in its name; all text loses names after personal
 * titles, citizen numbers, telephone numbers and e-mail addresses; an unknown column that by its name holds people keeps juristic persons only.
 * Withholding twice gives the same cells.
 */
export function withholdCells(cells: readonly string[], columns: readonly EgpColumn[]): readonly string[] {
  let safe: string[] | null = null;
  const replace = (index: number, text: string) => {
    if (cells[index] !== text) (safe ??= [...cells])[index] = text;
  };
  const { winner, taxId } = supplierIndexes(columns);
  const name = cells[winner]?.trim() ?? "";
  const number = cells[taxId]?.trim() ?? "";
  const shown = isJuristic(isAbsent(name) ? null : name, isAbsent(number) ? null : number);
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? "";
    if (index === winner) replace(index, isAbsent(name) ? cell : shown ? juristicNameOnly(cell) : WITHHELD);
    else if (index === taxId) {
      const safeNumber = isAbsent(number) || isJuristicTaxId(number) ? cell : withholdPersons(cell);
      replace(index, isAbsent(number) || shown ? safeNumber : WITHHELD);
    } else if (column.personal) {
      const text = cell.trim();
      const kept = isAbsent(text) || isJuristic(text, null);
      replace(index, kept ? juristicNameOnly(cell) : WITHHELD);
    } else if (column.field !== null && PLACES.has(column.field) && !/\s/.test(cell.trim()))
      replace(index, withholdNumbers(cell));
    else if (column.field === null || !TYPED.has(column.field)) replace(index, withholdPersons(cell));
  }
  return safe ?? cells;
}
