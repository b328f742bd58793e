import { ApiProblem } from "../explorer/data/api-problem.ts";
import { Cache } from "../explorer/data/cache.ts";
import type { PageState } from "../explorer/data/page-state.ts";
import { dataOf } from "../explorer/data/request.ts";
import type { Answer } from "../explorer/data/request.ts";

/** Asks GraphQL in the server's own process. */
export type AskHere = (query: string, variables: unknown) => Promise<Answer<unknown>>;

/** What one answer makes another question possible for; pages need two rounds. */
const MOST_ROUNDS = 6;

type Draw = (cache: Cache, onNeed: (query: string, variables: unknown) => void) => Promise<string>;

/**
 * Draws a page again and again until nothing that it needs is unknown.
 *
 * @throws when a component fails, or the page asks ever new questions
 */
export async function fill(
  draw: Draw,
  ask: AskHere,
): Promise<{ html: string; known: Pick<PageState, "answers" | "problems">; codes: string[] }> {
  const answers: Record<string, unknown> = {};
  const problems: Record<string, ApiProblem> = {};
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const needed = new Map<string, readonly [string, unknown]>();
    const html = await draw(new Cache(neverAsked, { answers, problems }), (query, variables) => {
      const key = Cache.key(query, variables);
      if (!(key in answers) && !(key in problems)) needed.set(key, [query, variables]);
    });
    if (needed.size === 0) {
      const errors = Object.entries(problems).map(([key, { error }]) => [key, error!] as const);
      return {
        html,
        known: { answers, problems: Object.fromEntries(errors) },
        codes: Object.values(problems).map(({ code }) => code),
      };
    }
    await Promise.all(
      [...needed].map(async ([key, [query, variables]]) => {
        const answer = await ask(query, variables);
        try {
          answers[key] = dataOf(answer);
        } catch (error) {
          if (!(error instanceof ApiProblem) || !error.error) throw error;
          problems[key] = error;
        }
      }),
    );
  }
  throw new Error(`the page still asks something new after ${MOST_ROUNDS} rounds`);
}

const neverAsked = () => Promise.reject(new Error("a page on a server asks nobody by itself"));
