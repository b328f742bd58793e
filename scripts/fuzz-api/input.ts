/** One request as it goes over the line. */
export interface Input {
  readonly method: string;
  /** path and parameters, encoded */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
