import { readable, valuesOf } from "./lines.ts";
import type { Lines } from "./lines.ts";
import type { RowNames } from "./row-names.ts";
import type { Shape } from "./shapes.ts";

/** A row of the mirror that is not what chain and documents say. Values as PostgreSQL writes them. */
export interface Difference {
  readonly table: string;
  readonly kind: "altered" | "removed" | "added";
  /** `line_id=5, block=120, log_index=3` */
  readonly key: string;
  /** what the row is about, when the key does not say so: `entry 50 of th.go.police.chatbot` */
  readonly about?: string;
  /** columns of an altered row */
  readonly columns: readonly { readonly name: string; readonly expected: string; readonly found: string }[];
}

export interface TableResult {
  readonly table: string;
  /** rows in the mirror */
  found: number;
  /** rows that follow from chain and documents */
  expected: number;
  /** rows that differ, of which `differences` names the first */
  different: number;
  readonly differences: Difference[];
}

/** Differences of one table that are kept with their values; more say nothing new. */
const NAMED = 20;
const PROGRESS = 20_000;

type Values = (string | null)[];

/**
 * Compares all rows of two tables, both given in the order of the key.
 *
 * @param names says what rows are about
 */
export async function compareRows(
  shape: Shape,
  { expected, found, names }: { expected: Lines; found: Lines; names: RowNames },
  onProgress: (rows: number) => void,
): Promise<TableResult> {
  const result: TableResult = { table: shape.name, found: 0, expected: 0, different: 0, differences: [] };
  const differ = (line: string, difference: (row: Values) => Difference) => {
    if (result.different++ >= NAMED) return;
    const row = valuesOf(line);
    const about = names.of(shape, row);
    result.differences.push({ ...difference(row), ...(about !== undefined && { about }) });
  };
  for (;;) {
    if (!expected.ready) await expected.fill();
    if (!found.ready) await found.fill();
    const right = expected.current;
    const actual = found.current;
    if (right === undefined && actual === undefined) return result;
    const order = right === actual ? 0 : orderOf(shape, right, actual);
    if (order === 0 && right !== actual) differ(right!, (row) => altered(shape, row, valuesOf(actual!)));
    if (order < 0) differ(right!, (row) => whole(shape, "removed", row));
    if (order > 0) differ(actual!, (row) => whole(shape, "added", row));
    if (order <= 0) {
      expected.next();
      result.expected++;
    }
    if (order >= 0) {
      found.next();
      if (++result.found % PROGRESS === 0) onProgress(result.found);
    }
  }
}

/** Below 0: the expected row comes first, so the mirror lacks it; above 0: the mirror's row comes first. */
function orderOf({ key }: Shape, expected: string | undefined, found: string | undefined): number {
  if (expected === undefined) return 1;
  if (found === undefined) return -1;
  const [left, right] = [valuesOf(expected), valuesOf(found)];
  for (const { index, kind } of key) {
    const [a, b] = [left[index]!, right[index]!];
    if (a === b) continue;
    const isText = kind === "text" || kind === "bytes";
    return (isText ? a < b : BigInt(a) < BigInt(b)) ? -1 : 1;
  }
  return 0;
}

function keyOf({ key }: Shape, values: Values): string {
  return key.map(({ name, index }) => `${name}=${readable(values[index]!)}`).join(", ");
}

function whole(shape: Shape, kind: "removed" | "added", values: Values): Difference {
  return { table: shape.name, kind, key: keyOf(shape, values), columns: [] };
}

function altered(shape: Shape, expected: Values, found: Values): Difference {
  const columns = shape.columns.flatMap((name, i) =>
    expected[i] === found[i] ? [] : [{ name, expected: readable(expected[i]!), found: readable(found[i]!) }],
  );
  return { table: shape.name, kind: "altered", key: keyOf(shape, expected), columns };
}
