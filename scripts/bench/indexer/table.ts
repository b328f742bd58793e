export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
  /** undefined where there is no goal */
  readonly reached?: boolean;
}

export const number = (value: number, digits = 0): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The value below which this share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export function printTable(lines: readonly Line[]): void {
  const rows = [
    ["what", "measured", "goal", ""],
    ...lines.map(({ what, measured, goal = "", reached }) => [
      what,
      measured,
      goal,
      reached === undefined ? "" : reached ? "reached" : "below goal",
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}
