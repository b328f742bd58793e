/** What a rule looked at, whether it holds or not: the subject, as the public API names it, and the inputs by name. */
export interface Finding {
  readonly about: string;
  readonly inputs: Readonly<Record<string, string | null>>;
}
