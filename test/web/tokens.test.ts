import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const css = readFileSync(join(import.meta.dirname, "../../web/styles/tokens.css"), "utf8");

function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  );
}

const [bright = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
const schemes = { light: colours(bright), dark: { ...colours(bright), ...colours(dark) } };

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Text colour and every surface that it stands on. */
const texts: [string, string[]][] = [
  ["ink", ["paper", "surface", "action-soft", "amber-soft", "red-soft"]],
  ["ink-soft", ["paper", "surface", "amber-soft", "red-soft"]],
  ["action", ["paper", "surface", "action-soft", "amber-soft", "red-soft"]],
  ["action-strong", ["paper", "surface"]],
  ["on-action", ["action", "action-strong"]],
  ["amber", ["paper", "surface", "amber-soft"]],
  ["red", ["paper", "surface", "red-soft"]],
];

/** What must be seen but not read: borders of controls, marks, bars, the ring of the focus. */
const shapes: [string, string[]][] = [
  ["line-strong", ["paper", "surface"]],
  ["amber-mark", ["paper", "amber-soft"]],
  ["focus", ["paper", "surface"]],
  ["bar", ["paper", "bar-empty"]],
];

describe("web: colours", () => {
  for (const [scheme, colour] of Object.entries(schemes)) {
    const pairs = (list: [string, string[]][]) =>
      list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

    it(`can be read in the ${scheme} scheme (4.5:1)`, () => {
      for (const [front, back] of pairs(texts))
        expect(contrast(colour[front]!, colour[back]!), `${front} on ${back}`).to.be.at.least(4.5);
    });

    it(`can be seen in the ${scheme} scheme (3:1)`, () => {
      for (const [front, back] of pairs(shapes))
        expect(contrast(colour[front]!, colour[back]!), `${front} on ${back}`).to.be.at.least(3);
    });
  }

  it("decides every colour of the dark scheme anew", () => {
    expect(Object.keys(colours(dark)).sort()).to.deep.equal(Object.keys(colours(bright)).sort());
  });
});
