import { axisX, barX, gridX, plot, ruleX, text } from "@observablehq/plot";
import { harmless } from "../../i18n/harmless.ts";
import type { Language } from "../../i18n/languages.ts";

/** One bar: `value` is drawn, `shown` is what stands at its end. */
export type Bar = {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly group?: string;
};

/** @property unit what the axis counts, with its unit */
export type BarChartData = { readonly bars: readonly Bar[]; readonly unit: string };

const ROW = 30;
/** Width of a letter at 14 px, rather too wide than too narrow. */
const LETTER = 9;

/** Letters with the vowels and tones above and below them. */
const lettersOf = (name: string) => [...new Intl.Segmenter("th").segment(name)].map(({ segment }) => segment);

/** Long names are cut in the picture only; the table has them in full. */
function shorten(name: string, characters: number): string {
  const letters = lettersOf(name);
  return letters.length > characters ? `${letters.slice(0, characters - 1).join("")}…` : name;
}

/**
 * Bars as SVG. Plot puts a style element into its picture, which the content security policy would refuse; it is
 * taken out, and the style sheet of this component has the same rules.
 */
export function drawBars({ bars, unit }: BarChartData, width: number, language: Language): Element {
  const narrow = width < 560;
  const name = (label: string) => shorten(harmless(label), narrow ? 12 : 28);
  const room = (texts: string[]) => 16 + LETTER * Math.max(...texts.map((each) => lettersOf(each).length));
  const marginLeft = Math.min(narrow ? 124 : 268, room(bars.map(({ label }) => name(label))));
  const picture = plot({
    width,
    height: bars.length * ROW + 56,
    marginLeft,
    marginRight: room(bars.map(({ shown }) => shown)),
    marginTop: 36,
    style: { fontSize: "14px", fontFamily: "inherit", background: "none" },
    y: { label: null, domain: bars.map(({ label }) => label), tickFormat: name, tickSize: 0 },
    x: { label: unit, nice: true },
    marks: [
      gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
      axisX({
        anchor: "top",
        ticks: narrow ? 2 : 5,
        tickSize: 0,
        tickFormat: new Intl.NumberFormat(language).format,
      }),
      barX(bars, { x: "value", y: "label", fill: "var(--bar)", inset: 3 }),
      text(bars, { x: "value", y: "label", text: "shown", textAnchor: "start", dx: 6, fill: "var(--ink)" }),
      ruleX([0], { stroke: "var(--line-strong)" }),
    ],
  });
  for (const style of picture.querySelectorAll("style")) style.remove();
  return picture;
}
