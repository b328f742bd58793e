/** What was typed after a command makes no sense; `scripts/built.ts` answers with what the command takes. */
export class ArgumentError extends Error {
  constructor(th: string, en: string) {
    super(`${th}\n${en}`);
  }
}

/**
 * Whole numbers, as typed after a command.
 * @throws ArgumentError naming the first that is none
 */
export function wholeNumbers(typed: readonly string[]): number[] {
  return typed.map((text) => {
    if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(Number(text)))
      throw new ArgumentError(`“${text}” ไม่ใช่จำนวนเต็ม`, `“${text}” is not a whole number`);
    return Number(text);
  });
}

/** Whether this says that the arguments, and nothing else, were wrong. */
export const isArgumentError = (error: unknown): error is Error =>
  error instanceof ArgumentError ||
  (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_"));

/** The comment at the head of a script: how it is called and what it does. */
export function usageOf(source: string): string {
  const head = /^(?:\/\/.*\n)+|^\/\*\*[^]*?\*\//.exec(source)?.[0] ?? "";
  return head
    .replaceAll(/^(?:\/\/|\/\*\*| \*\/| \*) ?/gm, "")
    .replace(/\*\/$/, "")
    .trim();
}
