/** A piece of SQL with its parameters; pieces nest. */
export class Sql {
  readonly #strings: readonly string[];
  readonly #values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.#strings = strings;
    this.#values = values;
  }

  /** The statement with `$1`, `$2` … and the values for them. */
  compile(): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    const text = this.#append(values);
    return { text, values };
  }

  /** Whether it is the same text without any value each time. */
  get isConstant(): boolean {
    return this.#values.every((value) => value instanceof Sql && value.isConstant);
  }

  #append(values: unknown[]): string {
    let text = this.#strings[0]!;
    for (const [index, value] of this.#values.entries()) {
      text += value instanceof Sql ? value.#append(values) : `$${values.push(storable(value))}`;
      text += this.#strings[index + 1]!;
    }
    return text;
  }
}

/** PostgreSQL's texts hold no NUL; where one was indexed U+FFFD stands for it, so that is what is looked for. */
function storable(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "\ufffd");
  return Array.isArray(value) ? value.map(storable) : value;
}

/** Tagged template: every value becomes a parameter, except other pieces. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values);
}

/** SQL as it stands; only for texts of our own, never for anything a client sent. */
export const raw = (text: string): Sql => new Sql([text], []);

export const nothing = raw("");

export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return nothing;
  return new Sql(["", ...Array.from({ length: pieces.length - 1 }, () => separator), ""], pieces);
}

/** `WHERE a AND b`, or nothing. */
export function where(conditions: readonly (Sql | null | false | undefined)[]): Sql {
  const present = conditions.filter((piece): piece is Sql => piece instanceof Sql);
  return present.length === 0 ? nothing : sql`WHERE ${join(present, " AND ")}`;
}
