import { expect } from "chai";
import fc from "fast-check";
import { isSafePattern, MAX_PATTERN_LENGTH } from "../../../../sdk/log/schema/pattern/read.ts";
import { catalogue } from "../catalogue/support.ts";

const safe = [
  "^a$",
  "^[0-9b-hjkmnp-z]{5}$",
  "^(0|[1-9][0-9]{0,9})$",
  "^[0-9]{4}-(0[1-9]|1[0-2])$",
  "^0x[0-9a-f]{64}$",
  "^(foo|bar)?/[0-9]{1,2}(\\.[0-9]{1,2}){0,2}$",
  "^[^@]*@x$",
  "^\\d+(,\\d+)*$",
  "^(?:a|b)*c$",
  "^[\\w.-]+$",
  "^a+b+$",
  "^[ก-๙]{1,20}$",
];

/** Patterns by which a short text would keep a matcher busy for ever, or that let other texts in. */
const unsafe: [pattern: string, why: string][] = [
  ["^(a+)+$", "a repetition within a repetition"],
  ["^(a*)*$", "the same with nothing"],
  ["^(a|a)*$", "two ways for one character"],
  ["^(a|aa)+$", "two ways for two characters"],
  ["^a*a*$", "two repetitions that touch"],
  ["^a*a*a*a*b$", "four of them"],
  ["^(.*)(.*)$", "two that take everything"],
  ["^[a-z]*[a-z0-9]*$", "sets that overlap"],
  ["^(x+x+)+y$", "the textbook's own"],
  ["^([a-zA-Z]+)*$", "names, badly"],
  ["^\\w+\\d$", "a digit that is a word's letter too"],
  ["^a?a$", "an option before the same character"],
  ["^(ab|ac)$", "two ways that part late"],
  ["^(a{1,30}){1,30}$", "counted repetitions within each other"],
  ["^[^x]*é+$", "characters beyond ASCII, taken together"],
  ["^(?=a)a$", "look-ahead"],
  ["^(?<=a)a$", "look-behind"],
  ["^(a)\\1$", "a reference back"],
  ["^a+?$", "a lazy quantifier"],
  ["^(?<name>a)$", "a named group"],
  ["^a|b$", "a choice between whole texts"],
  ["a$", "no beginning"],
  ["^a", "no end"],
  ["^$", "nothing between"],
  ["^a\\$", "an end that is escaped"],
  ["^(a$", "a bracket that stays open"],
  ["^[b-a]$", "a range backwards"],
  ["^a{2,1}$", "a count backwards"],
  ["^\\b$", "a word's border"],
  ["^\\p{L}$", "a property of Unicode"],
  ["^*$", "a quantifier of nothing"],
  ["^a**$", "a quantifier twice"],
  ["^()$", "an empty group"],
  ["^[a$", "a set that stays open"],
  [`^${"a".repeat(MAX_PATTERN_LENGTH)}$`, "too long"],
];

describe("patterns of schemas", () => {
  for (const pattern of safe)
    it(`takes ${pattern}`, () => {
      expect(isSafePattern(pattern)).to.equal(true);
    });

  for (const [pattern, why] of unsafe)
    it(`refuses ${pattern.slice(0, 30)}: ${why}`, () => {
      expect(isSafePattern(pattern)).to.equal(false);
    });

  it("takes every pattern of the catalogue", () => {
    const patterns = new Set(
      catalogue
        .flatMap(({ action }) => [
          ...JSON.stringify(action.schema).matchAll(/"pattern":("(?:\\.|[^"\\])*")/g),
        ])
        .map(([, text]) => JSON.parse(text!) as string),
    );
    expect(patterns.size).to.be.greaterThan(10);
    expect([...patterns].filter((pattern) => !isSafePattern(pattern))).to.deep.equal([]);
  });

  /** Random expressions of the language that is read, most of them ambiguous. */
  const { expression } = fc.letrec<{ expression: string; atom: string }>((tie) => ({
    atom: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("a", "b", "[ab]", "[^a]", "\\d", "."),
      tie("expression").map((inner) => `(${inner})`),
      fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => `(?:${one}|${other})`),
    ),
    expression: fc
      .array(fc.tuple(tie("atom"), fc.constantFrom("", "", "?", "*", "+", "{1,3}", "{2}")), {
        minLength: 1,
        maxLength: 3,
      })
      .map((parts) => parts.map((part) => part.join("")).join("")),
  }));

  it("counts the ways by which a backtracking matcher could go, and finds one only where it says safe", () => {
    let judgedSafe = 0;
    fc.assert(
      fc.property(expression, (inner) => {
        if (inner.length > 60 || !isSafePattern(`^${inner}$`)) return;
        judgedSafe++;
        for (const text of ["", "a", "b", "ab", "aab", "aaaa", "bbbb", "abab", "a1a", "ééé"])
          expect(ways(inner, text), `^${inner}$ on "${text}"`).to.be.at.most(1);
      }),
      { numRuns: 3_000, seed: 2567 },
    );
    expect(judgedSafe).to.be.greaterThan(200);
  });
});

/** How many ways lead a matcher of `^pattern$` through all of `text`: by trying each, as a backtracking matcher would. */
function ways(pattern: string, text: string): number {
  let at = 0;
  type Matcher = (from: number) => number[];
  const sequence = (): Matcher => {
    const parts: Matcher[] = [];
    while (at < pattern.length && pattern[at] !== "|" && pattern[at] !== ")") parts.push(quantified());
    return (from) => parts.reduce((ends, part) => ends.flatMap(part), [from]);
  };
  const choice = (): Matcher => {
    const one = sequence();
    if (pattern[at] !== "|") return one;
    at++;
    const other = choice();
    return (from) => [...one(from), ...other(from)];
  };
  const quantified = (): Matcher => {
    const part = atom();
    const [sign] = /^(?:[?*+]|\{\d(?:,\d)?\})/.exec(pattern.slice(at)) ?? [""];
    at += sign.length;
    const [least, most] =
      sign === ""
        ? [1, 1]
        : sign === "?"
          ? [0, 1]
          : sign === "*"
            ? [0, Infinity]
            : sign === "+"
              ? [1, Infinity]
              : sign === "{2}"
                ? [2, 2]
                : [1, 3];
    const repeat = (from: number, count: number): number[] => [
      ...(count >= least ? [from] : []),
      // A round that takes nothing is not tried again, as ECMA-262 has it.
      ...(count < most ? part(from).flatMap((end) => (end > from ? repeat(end, count + 1) : [])) : []),
    ];
    return (from) => repeat(from, 0);
  };
  const atom = (): Matcher => {
    if (pattern[at] === "(") {
      at += pattern.startsWith("(?:", at) ? 3 : 1;
      const inner = choice();
      at++;
      return inner;
    }
    const [source] = /^(?:\[[^\]]*\]|\\.|.)/.exec(pattern.slice(at))!;
    at += source.length;
    const one = new RegExp(`^${source}$`, "u");
    return (from) => (from < text.length && one.test(text[from]!) ? [from + 1] : []);
  };
  const whole = choice();
  return whole(0).filter((end) => end === text.length).length;
}
