export interface Answer {
  readonly body: Buffer;
  /** The same, compressed; made when somebody first asks for it. */
  gzip?: Promise<Buffer>;
}

/** What an entry takes beside its bytes. */
const OVERHEAD = 300;

/**
 * Answers of one state of the index, the least used ones dropped first. The same question has the same answer until the
 * index moves on, and then all are forgotten.
 */
export class AnswerCache<One extends Answer = Answer> {
  readonly #answers = new Map<string, One>();
  readonly #limit: number;
  #bytes = 0;
  #version = "";

  /** @param limit bytes of questions and answers together */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(version: string, question: string): One | undefined {
    this.#enter(version);
    const found = this.#answers.get(question);
    if (!found) return undefined;
    this.#answers.delete(question);
    this.#answers.set(question, found);
    return found;
  }

  set(version: string, question: string, answer: One): void {
    this.#enter(version);
    const size = sizeOf(question, answer);
    if (size > this.#limit / 100) return;
    this.#drop(question);
    this.#answers.set(question, answer);
    this.#bytes += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  #drop(question: string): void {
    const found = this.#answers.get(question);
    if (!found) return;
    this.#answers.delete(question);
    this.#bytes -= sizeOf(question, found);
  }

  #enter(version: string): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#answers.clear();
    this.#bytes = 0;
  }
}

/** The compressed form is counted from the start: it is about a fifth, and never more than the whole. */
function sizeOf(question: string, { body }: Answer): number {
  return question.length * 2 + body.length * 1.25 + OVERHEAD;
}
