import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { GraphQLField, GraphQLInputType, GraphQLObjectType, GraphQLSchema } from "graphql";
import { deepJson, hostileJson, hostileText } from "./hostile.ts";
import type { Input } from "./input.ts";
import type { Random } from "./random.ts";

const NUMBERS = [
  "0",
  "1",
  "-1",
  "50",
  "1000",
  "1001",
  "2568",
  "91001",
  "2147483647",
  "2147483648",
  "1e9",
  "0.5",
];

/** A literal for an argument, right or wrong. */
function literal(type: GraphQLInputType, random: Random, wrong: number): string {
  if (random.chance(wrong)) return wrongLiteral(random);
  if (isNonNullType(type)) return literal(type.ofType, random, wrong);
  if (isListType(type)) {
    return `[${Array.from({ length: random.below(3) }, () => literal(type.ofType, random, wrong)).join(", ")}]`;
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || random.chance(0.25),
    );
    return `{${fields.map((field) => `${field.name}: ${literal(field.type, random, wrong)}`).join(", ")}}`;
  }
  switch (getNamedType(type).name) {
    case "Int":
    case "Index":
      return random.pick(NUMBERS);
    case "Boolean":
      return random.pick(["true", "false"]);
    case "ID":
      return random.pick(['"1"', '"2"', '"egp:67119524001"', "3"]);
    case "DateTime":
      return JSON.stringify(random.pick(["2026-06-01T00:00:00Z", "2026-13-01T00:00:00Z"]));
    case "Date":
      return JSON.stringify(random.pick(["2026-06-01", "2026-02-31"]));
    case "Satang":
      return random.pick(['"148000"', '"0"', "5"]);
    case "String":
      return JSON.stringify(
        random.pick(["TH-2568-91001-000001-58", "ถนน", "agreed-above-budget", "egp", "th.go.police.chatbot"]),
      );
    default:
      return JSON.stringify(`0x${"ab".repeat(32)}`);
  }
}

function wrongLiteral(random: Random): string {
  if (random.chance(0.3)) return random.pick(["null", "[]", "{}", "$x", "[[[1]]]", "FOO", '""', '"""x"""']);
  return JSON.stringify(hostileText(random).toWellFormed());
}

function selection(type: GraphQLObjectType, random: Random, depth: number, wrong: number): string {
  const fields = Object.values(type.getFields());
  const leaves = fields.filter(({ type }) => !isComposite(type));
  const inner = depth > 0 ? fields.filter(({ type }) => isComposite(type)) : [];
  const chosen = [
    ...Array.from({ length: 1 + random.below(3) }, () => (leaves.length > 0 ? random.pick(leaves) : null)),
    ...Array.from({ length: random.below(3) }, () => (inner.length > 0 ? random.pick(inner) : null)),
  ].filter((one) => one !== null);
  const texts = chosen.map((one, index) => `f${index}: ${field(one, random, depth - 1, wrong)}`);
  if (random.chance(wrong / 4)) texts.push(random.pick(["nothingHere", "__typename", "...Missing", "@skip"]));
  return `{ ${texts.length > 0 ? texts.join(" ") : "__typename"} }`;
}

const isComposite = (type: GraphQLField<unknown, unknown>["type"]) => {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named);
};

function field(found: GraphQLField<unknown, unknown>, random: Random, depth: number, wrong: number): string {
  const args = found.args
    .filter((arg) => isNonNullType(arg.type) || random.chance(0.3))
    .map((arg) => `${arg.name}: ${literal(arg.type, random, wrong)}`);
  const call = args.length > 0 ? `${found.name}(${args.join(", ")})` : found.name;
  const named = getNamedType(found.type);
  if (isInterfaceType(named)) return `${call} { __typename }`;
  return isObjectType(named) ? `${call} ${selection(named, random, depth, wrong)}` : call;
}

const TYPES = [
  "application/json",
  "text/plain",
  "application/graphql",
  "application/x-www-form-urlencoded",
  "",
];

/** A query or mutation of the schema: some as meant, most with something wrong in text, variables or envelope. */
export function graphqlInput(schema: GraphQLSchema, random: Random): Input {
  const wrong = random.pick([0, 0.02, 0.1, 0.5]);
  const mutation = random.chance(0.05);
  const root = mutation ? schema.getMutationType()! : schema.getQueryType()!;
  const fields = Array.from({ length: 1 + random.below(2) }, () =>
    random.pick(Object.values(root.getFields())),
  );
  let query = `${mutation ? "mutation" : "query"} ${random.chance(0.1) ? "($x: String)" : ""} { ${fields
    .map((one, index) => `r${index}: ${field(one, random, 1 + random.below(4), wrong)}`)
    .join(" ")} }`;
  if (random.chance(wrong / 2)) query = query.slice(0, random.below(query.length));
  if (random.chance(0.01)) query = `{${"a".repeat(random.below(90_000))}}`;
  if (random.chance(0.01)) query = "{ projects { nodes ".repeat(200);
  const headers: Record<string, string> = {
    "Content-Type": random.chance(0.95) ? TYPES[0]! : random.pick(TYPES),
  };
  if (random.chance(0.02)) {
    return {
      method: "GET",
      path: `/graphql?query=${encodeURIComponent(query.toWellFormed())}`.slice(0, 7_000),
      headers: {},
    };
  }
  let body = JSON.stringify({
    query,
    ...(random.chance(0.2) && { variables: hostileJson(random) }),
    ...(random.chance(0.05) && { operationName: hostileJson(random) }),
  });
  if (random.chance(0.02)) body = deepJson(random);
  if (random.chance(0.02)) body = JSON.stringify(hostileJson(random));
  return { method: "POST", path: "/graphql", headers, body };
}
