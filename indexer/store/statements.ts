import type pg from "pg";

/** A statement, and the rows that it takes in where it is a COPY, as pieces of `CopyRows`. */
export interface Statement {
  readonly sql: string;
  readonly rows?: readonly Buffer[];
}

/** @param target table and columns, e.g. `"event" ("block", "log_index")` */
export const copy = (target: string, rows: readonly Buffer[]): Statement => ({
  sql: `COPY ${target} FROM STDIN (FORMAT binary)`,
  rows,
});

/** Messages of PostgreSQL's protocol, version 3: a type, then the length that counts itself. */
const COPY_DATA = 0x64;
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);

function copyData(length: number): Buffer {
  const message = Buffer.alloc(5);
  message.writeUInt8(COPY_DATA, 0);
  message.writeUInt32BE(length + 4, 1);
  return message;
}

/** A query as `pg` submits it, one that takes the connection for itself. */
class Script implements pg.Submittable {
  readonly #statements: readonly Statement[];
  readonly #done: (error?: Error) => void;

  constructor(statements: readonly Statement[], done: (error?: Error) => void) {
    this.#statements = statements;
    this.#done = done;
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection;
    stream.cork();
    connection.query(this.#statements.map(({ sql }) => sql).join(";\n"));
    for (const { rows } of this.#statements) {
      if (!rows) continue;
      for (const piece of rows) {
        stream.write(copyData(piece.length));
        // Not through `pg`, which would copy it.
        stream.write(piece);
      }
      stream.write(COPY_DONE);
    }
    stream.uncork();
  }

  handleCopyInResponse(): void {
    // What it asks for is on its way.
  }

  handleRowDescription(): void {
    // Of functions; nobody looks at what they return.
  }

  handleDataRow(): void {
    // As above.
  }

  handleCommandComplete(): void {
    // One of several; the last is followed by ReadyForQuery.
  }

  handleError(error: Error): void {
    this.#done(error);
  }

  handleReadyForQuery(): void {
    this.#done();
  }
}

/**
 * Sends statements and all of their rows at once, without waiting for an answer in between: each wait would be as long as
 * this process is busy. After one that fails the server carries out none of the rest and drops its rows.
 */
export function sendAll(client: pg.ClientBase, statements: readonly Statement[]): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new Script(statements, (error) => (error ? reject(error) : resolve())));
  });
}
