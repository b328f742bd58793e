interface Running<Result> {
  readonly result: Promise<Result>;
  readonly control: AbortController;
  waiting: number;
}

/** Work that several ask for at the same time is done once, and given up when nobody waits for it any more. */
export class SharedWork<Result> {
  readonly #running = new Map<string, Running<Result>>();

  /**
   * @param key the same for the same work
   * @param signal ends this one's waiting; its reason is thrown
   */
  async do(
    key: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const one = this.#running.get(key) ?? this.#begin(key, work);
    one.waiting++;
    const { promise: gone, reject } = Promise.withResolvers<never>();
    const leave = () => {
      reject(signal.reason as Error);
      if (--one.waiting > 0) return;
      if (this.#running.get(key) === one) this.#running.delete(key);
      one.control.abort(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
    try {
      return await Promise.race([one.result, gone]);
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<Result>): Running<Result> {
    const control = new AbortController();
    const result = work(control.signal).finally(() => {
      if (this.#running.get(key)?.control === control) this.#running.delete(key);
    });
    // Who left hears of no failure.
    result.catch(() => undefined);
    const one = { result, control, waiting: 0 };
    this.#running.set(key, one);
    return one;
  }
}
