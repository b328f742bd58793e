/** What may be under way at the same time. */
export interface Limits {
  readonly requests: number;
  /** bytes of bodies */
  readonly bytes: number;
}

/** What is under way. */
export class Load {
  requests = 0;
  bytes = 0;

  fits(bytes: number, { requests, bytes: most }: Limits): boolean {
    // One request always fits into what is empty, however large it is.
    return this.requests === 0 || (this.requests < requests && this.bytes + bytes <= most);
  }

  add(requests: number, bytes: number): void {
    this.requests += requests;
    this.bytes += bytes;
  }
}

/** A share of what may be under way. */
export const part = ({ requests, bytes }: Limits, share: number): Limits => ({
  requests: Math.max(1, Math.floor(requests * share)),
  bytes: bytes * share,
});
