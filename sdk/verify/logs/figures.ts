/** What pages show of logs and the ledger itself can say, by subject. */
export const figureGroups = {
  state: [
    "listed",
    "agency",
    "titleTh",
    "titleEn",
    "registeredAt",
    "closedAt",
    "retired",
    "heartbeatInterval",
    "heartbeatDueAt",
    "silent",
    "maxMergeDelay",
  ],
  log: ["size", "root", "anchors", "anchoredAt", "seenAt"],
  anchors: ["anchorFirst", "anchorRoot", "anchorBundle", "anchorBlock", "anchorTx", "anchorAt"],
  witnesses: ["cosigned", "cosignedAt"],
  promises: ["brokenPromises", "brokenIndex", "brokenAt"],
  types: ["type"],
  keys: ["key", "gateway"],
} as const;

export type FigureGroup = keyof typeof figureGroups;
export type FigureName = (typeof figureGroups)[FigureGroup][number];

/**
 * One figure. `of` says which of several it is of (a service, an agency, an anchor); `value` is plain text: numbers in
 * decimal, times in Unix seconds with 0 for never, hexadecimal in lower case.
 */
export type Figure = { readonly name: FigureName; readonly of?: string; readonly value: string };

/** A figure as a page has it and as the ledger has it; null where one of them does not have it at all. */
export type ComparedFigure = {
  readonly name: FigureName;
  readonly of: string;
  readonly said: string | null;
  readonly found: string | null;
  readonly same: boolean;
};

const keyOf = ({ name, of = "" }: Figure) => `${name} ${of}`;

/** Values by figure; one that is told twice and not alike has both, and is like nothing. */
function byKey(figures: readonly Figure[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const figure of figures) {
    const [key, before] = [keyOf(figure), values.get(keyOf(figure))];
    const isOther = before !== undefined && before !== figure.value;
    values.set(key, isOther ? `${before} / ${figure.value}` : figure.value);
  }
  return values;
}

/** Every figure of either side: what a page leaves out is told as what it adds. */
export function compareFigures(said: readonly Figure[], found: readonly Figure[]): ComparedFigure[] {
  const [saidOf, foundOf] = [byKey(said), byKey(found)];
  const all = new Map([...said, ...found].map((one) => [keyOf(one), one]));
  return [...all].map(([key, { name, of = "" }]) => {
    const compared = { said: saidOf.get(key) ?? null, found: foundOf.get(key) ?? null };
    return { name, of, ...compared, same: compared.said === compared.found };
  });
}

/** What was compared, by subject, in the order of `figureGroups`; subjects without any figure are left out. */
export function byGroup(figures: readonly ComparedFigure[]): [FigureGroup, ComparedFigure[]][] {
  return Object.entries(figureGroups).flatMap(([group, names]) => {
    const own = figures.filter(({ name }) => (names as readonly FigureName[]).includes(name));
    return own.length === 0 ? [] : [[group as FigureGroup, own]];
  });
}
