import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from "graphql";
import { execute, Kind } from "graphql";
import { apiError } from "../errors/api-error.ts";
import { compiled } from "./compiled.ts";
import type { Compiled } from "./compiled.ts";
import { MOST_OBJECTS, objectsOf } from "./fan-out.ts";

/** Parses and validates with every limit of the server; gives errors, or throws them. */
export type Check = (query: string) => Promise<DocumentNode | readonly GraphQLError[]>;

/** So many times a document is interpreted before it is compiled: most are asked once. */
const BEFORE_COMPILING = 2;

/** A document that was found valid and only reads. */
export class Prepared {
  readonly document: DocumentNode;
  readonly #schema: GraphQLSchema;
  readonly #objects = new Map<string, number>();
  #asked = 0;
  #compiled: Compiled | null = null;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.document = document;
  }

  async execute(
    variableValues: Record<string, unknown>,
    operationName: string | undefined,
    contextValue: unknown,
  ): Promise<ExecutionResult> {
    if (this.#asked++ === BEFORE_COMPILING) this.#compiled = compiled(this.#schema, this.document);
    const answer = await this.#compiled?.({ variableValues, operationName, contextValue });
    if (answer) return answer;
    const { document } = this;
    return await execute({ schema: this.#schema, document, contextValue, variableValues, operationName });
  }

  /**
   * Holds the limit of objects. Of the variables only numbers (sizes of pages) and booleans (`@include`) change it.
   * @throws ProngsaiError QUERY_TOO_LARGE
   */
  checkFanOut(variables: Record<string, unknown>, operationName: string | undefined): void {
    const decisive = Object.entries(variables).filter(([, value]) => /number|boolean/.test(typeof value));
    const key = JSON.stringify([operationName, decisive]);
    let value = this.#objects.get(key);
    if (value === undefined) {
      try {
        value = objectsOf(this.#schema, {
          schema: this.#schema,
          document: this.document,
          variableValues: variables,
          operationName,
        });
      } catch {
        // The variables do not fit; execution says so in its own way.
        return;
      }
      if (this.#objects.size >= 200) this.#objects.clear();
      this.#objects.set(key, value);
    }
    if (value > MOST_OBJECTS) throw apiError("QUERY_TOO_LARGE", { limit: MOST_OBJECTS, value });
  }
}

const MOST_DOCUMENTS = 1_000;

/** Documents by their text, each parsed and validated once. */
export class PreparedQueries {
  readonly #schema: GraphQLSchema;
  readonly #check: Check;
  readonly #known = new Map<string, Promise<Prepared | null>>();

  constructor(schema: GraphQLSchema, check: Check) {
    this.#schema = schema;
    this.#check = check;
  }

  /** Null for what is not valid or does more than read. */
  get(query: string): Promise<Prepared | null> {
    const known = this.#known.get(query);
    if (known) return known;
    if (this.#known.size >= MOST_DOCUMENTS) this.#known.delete(this.#known.keys().next().value!);
    const prepared = this.#prepare(query);
    this.#known.set(query, prepared);
    return prepared;
  }

  async #prepare(query: string): Promise<Prepared | null> {
    try {
      const document = await this.#check(query);
      if (!("definitions" in document)) return null;
      const reads = document.definitions.every(
        (one) => one.kind !== Kind.OPERATION_DEFINITION || one.operation === "query",
      );
      return reads ? new Prepared(this.#schema, document) : null;
    } catch {
      return null;
    }
  }
}
