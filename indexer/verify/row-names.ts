import type pg from "pg";
import { readable } from "./lines.ts";
import type { Shape } from "./shapes.ts";

const DAY = 86_400_000;

/** Says what a row is about whose key is numbers or hashes that no reader knows: `entry 50 of th.go.police.chatbot`. */
export class RowNames {
  /** names of services by number and by `0x…` id */
  readonly #services: ReadonlyMap<string, string>;

  private constructor(services: ReadonlyMap<string, string>) {
    this.#services = services;
  }

  /** @param scratch the mirror as it must be; its schema is the first of the search path */
  static async read(scratch: pg.ClientBase): Promise<RowNames> {
    const { rows } = await scratch.query<{ number: string; id: string; name: string }>(
      `SELECT number::text, '0x' || encode(service, 'hex') AS id, name FROM service`,
    );
    return new RowNames(
      new Map(rows.flatMap(({ number, id, name }) => [number, id].map((key) => [key, name]))),
    );
  }

  /** @param values of a row, in the order of its columns; undefined when its key says all there is to say */
  of({ columns, key }: Shape, values: readonly (string | null)[]): string | undefined {
    const value = (column: string): string | undefined => {
      const found = values[columns.indexOf(column)];
      return found === undefined || found === null ? undefined : readable(found);
    };
    const inKey = (column: string) => key.some(({ name }) => name === column);
    const service = value("service");
    if (service !== undefined) {
      const name = this.#services.get(service) ?? `service ${service}`;
      const [index, day] = [value("index"), value("day")];
      if (index !== undefined) return `entry ${index} of ${name}`;
      return day === undefined ? name : `${name} on ${dateOf(day)}`;
    }
    const [project, scheme] = [value("project"), value("scheme")];
    if (project !== undefined && !inKey("project")) return `project ${project}`;
    if (scheme !== undefined && !inKey("scheme")) return `${scheme} ${value("value") ?? ""}`;
  }
}

/** @param day days since 1 January 1970; whatever a row says that was put there by hand */
function dateOf(day: string): string {
  const date = new Date(Number(day) * DAY);
  return Number.isNaN(date.getTime()) ? `day ${day}` : date.toISOString().slice(0, 10);
}
