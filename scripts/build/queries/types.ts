import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
} from "graphql";
import type {
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLEnumType,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from "graphql";

const scalars: Record<string, string> = {
  Int: "number",
  Float: "number",
  Index: "number",
  Boolean: "boolean",
};
const nameOfScalar = (name: string) => scalars[name] ?? "string";

const enumType = (type: GraphQLEnumType) =>
  type
    .getValues()
    .map(({ name }) => JSON.stringify(name))
    .join(" | ");

/** TypeScript of a type, where `named` writes what stands inside lists and nulls. */
function wrap<T extends GraphQLOutputType | GraphQLInputType>(type: T, named: (type: T) => string): string {
  if (isNonNullType(type)) return bare(type.ofType as T, named);
  return `${bare(type, named)} | null`;
}

function bare<T extends GraphQLOutputType | GraphQLInputType>(type: T, named: (type: T) => string): string {
  if (isListType(type)) return `readonly (${wrap(type.ofType as T, named)})[]`;
  return named(type);
}

/** TypeScript of an input: optional where it may be left out. */
export function inputType(type: GraphQLInputType): string {
  return wrap(type, (inner) => {
    const named = getNamedType(inner);
    if (isEnumType(named)) return enumType(named);
    if (!isInputObjectType(named)) return nameOfScalar(named.name);
    const fields = Object.values(named.getFields()).map((field) => {
      const mark = isNonNullType(field.type) && field.defaultValue === undefined ? "" : "?";
      return `readonly ${field.name}${mark}: ${inputType(field.type)}`;
    });
    return `{ ${fields.join("; ")} }`;
  });
}

/** A field as all fragments together select it. */
type Selected = { name: string; parents: GraphQLCompositeType[]; selections: SelectionNode[] };

/** Writes the TypeScript of what a selection answers. */
export class SelectionTypes {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  /** One object type, or one for each possible type when the selection tells them apart by `__typename`. */
  of(type: GraphQLCompositeType, selection: SelectionSetNode): string {
    const tellsApart = selection.selections.some(
      (one) => one.kind === Kind.INLINE_FRAGMENT && one.typeCondition,
    );
    if (!isAbstractType(type) || !tellsApart) return this.#object([type], [selection], type);
    const possible = this.#schema.getPossibleTypes(type);
    return possible.map((one) => this.#object([type, one], [selection], one)).join(" | ");
  }

  #object(
    parents: GraphQLCompositeType[],
    selections: SelectionSetNode[],
    self: GraphQLCompositeType,
  ): string {
    const fields = new Map<string, Selected>();
    for (const selection of selections) this.#collect(selection, parents, self, fields);
    const written = [...fields].map(([key, selected]) => `readonly ${key}: ${this.#field(selected, self)}`);
    return `{ ${written.join("; ")} }`;
  }

  #collect(
    selection: SelectionSetNode,
    parents: GraphQLCompositeType[],
    self: GraphQLCompositeType,
    fields: Map<string, Selected>,
  ): void {
    for (const one of selection.selections) {
      if (one.kind === Kind.FIELD) {
        const key = one.alias?.value ?? one.name.value;
        const inner = [...(fields.get(key)?.selections ?? []), ...(one.selectionSet?.selections ?? [])];
        fields.set(key, { name: one.name.value, parents, selections: inner });
        continue;
      }
      const target = one.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(one.name.value) : one;
      if (!target) throw new Error("a query uses a fragment that does not exist");
      const condition = target.typeCondition ? typeFromAST(this.#schema, target.typeCondition) : self;
      if (!condition || !this.#applies(condition as GraphQLCompositeType, self)) continue;
      this.#collect(target.selectionSet, [...parents, condition as GraphQLCompositeType], self, fields);
    }
  }

  #applies(condition: GraphQLCompositeType, self: GraphQLCompositeType): boolean {
    if (condition === self) return true;
    return isAbstractType(condition) && isObjectType(self) && this.#schema.isSubType(condition, self);
  }

  #field({ name, parents, selections }: Selected, self: GraphQLCompositeType): string {
    if (name === "__typename") {
      const possible = isAbstractType(self) ? this.#schema.getPossibleTypes(self) : [self];
      return possible.map((one) => JSON.stringify(one.name)).join(" | ");
    }
    const owner = [self, ...parents].find((type) => "getFields" in type && name in type.getFields());
    const field = owner && (owner as GraphQLObjectType).getFields()[name];
    if (!field) throw new Error(`${self.name} has no field ${name}`);
    return wrap(field.type, (inner) => {
      const named = getNamedType(inner);
      if (isEnumType(named)) return enumType(named);
      if (selections.length === 0) return nameOfScalar(named.name);
      return this.of(named as GraphQLCompositeType, { kind: Kind.SELECTION_SET, selections });
    });
  }
}
