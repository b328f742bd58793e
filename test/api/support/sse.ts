import { get, type ClientRequest, type IncomingMessage } from "node:http";
import { once } from "node:events";

/** One subscription over server-sent events, as a browser's EventSource would read it. */
export class Stream<Data> implements AsyncIterable<Data> {
  readonly #request: ClientRequest;
  readonly #response: Promise<[IncomingMessage]>;

  constructor(url: string, query: string, variables: object = {}) {
    const address = new URL("/graphql", url);
    address.searchParams.set("query", query);
    address.searchParams.set("variables", JSON.stringify(variables));
    this.#request = get(address, { headers: { accept: "text/event-stream" }, agent: false });
    this.#response = once(this.#request, "response") as Promise<[IncomingMessage]>;
    this.#response.catch(() => undefined);
    this.#request.on("error", () => undefined);
  }

  /** Resolves when the server has begun to answer. */
  async opened(): Promise<IncomingMessage> {
    return (await this.#response)[0];
  }

  /** Breaks the connection off, as a lost network does. */
  drop(): void {
    this.#request.destroy();
  }

  /** What comes, until either side ends it. @throws the first error that the server tells */
  async *[Symbol.asyncIterator](): AsyncGenerator<Data> {
    let held = "";
    try {
      const response = await this.opened();
      response.setEncoding("utf8");
      for await (const piece of response as AsyncIterable<string>) {
        held += piece;
        for (let end = held.indexOf("\n\n"); end >= 0; end = held.indexOf("\n\n")) {
          const data = held.slice(0, end).match(/^data: ?(.*)$/m)?.[1];
          held = held.slice(end + 2);
          if (!data) continue;
          const { data: value, errors } = JSON.parse(data) as {
            data?: Data;
            errors?: { extensions: object }[];
          };
          if (errors) throw Object.assign(new Error("the server tells an error"), errors[0]!.extensions);
          yield value!;
        }
      }
    } catch (error) {
      if ((error as { code?: string }).code !== "ECONNRESET") throw error;
    } finally {
      this.drop();
    }
  }
}
