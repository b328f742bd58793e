import type { Language } from "../../i18n/languages.ts";
import type { Problem } from "../../ui/states/states.tsx";

/** One error as the API answers it; `extensions.code` is stable, `extensions.texts` explains it in both languages. */
export type ApiError = {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly texts?: Partial<Record<Language, { what?: string; why?: string; mend?: string }>>;
  };
};

/** The API could not be reached, or answered that something is wrong. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: string;
  readonly offline: boolean;
  /** As the API said it. */
  readonly error: ApiError | undefined;

  constructor(code: string, offline: boolean, error?: ApiError, cause?: unknown) {
    super(error?.message ?? code, { cause });
    this.code = code;
    this.offline = offline;
    this.error = error;
  }

  /** What the API answered as an error. */
  static of(error: ApiError): ApiProblem {
    return new ApiProblem(error.extensions?.code ?? "ANSWER_MALFORMED", false, error);
  }

  explain(language: Language): Problem {
    const texts = this.error?.extensions?.texts?.[language];
    return { code: this.code, offline: this.offline, what: texts?.what, why: texts?.why, mend: texts?.mend };
  }
}
