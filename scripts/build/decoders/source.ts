import { id } from "ethers";
import { dynamicHeadSlots } from "../../../sdk/journal.ts";
import { itemOf, staticSize, structName, structsOf, typeScriptType } from "./types.ts";
import type { Event, Parameter } from "./types.ts";

const place = (base: string | number, offset: number) =>
  typeof base === "number" ? String(base + offset) : offset === 0 ? base : `${base} + ${offset}`;

/** Expression that reads `p`, whose head stands `offset` bytes after `base`; offsets count from `base`. */
function read(p: Parameter, base: string | number, offset: number): string {
  const at = place(base, offset);
  const start = staticSize(p) === undefined ? `follow(b, ${base}, ${at})` : at;
  const item = itemOf(p);
  if (item) {
    const size = staticSize(item);
    if (size === undefined) throw new Error(`decoders: arrays of dynamic items are not supported yet`);
    return `arrayOf(b, ${start}, ${size}, ${readerName(item)})`;
  }
  return `${readerName(p)}(b, ${start})`;
}

const readerName = (p: Parameter) => (p.type === "tuple" ? `read${structName(p)}` : p.type);

function members(parameters: readonly Parameter[], base: string | number): string[] {
  let offset = 0;
  return parameters.map((p) => {
    const line = `${p.name}: ${read(p, base, offset)},`;
    offset += staticSize(p) ?? 32;
    return line;
  });
}

function declaration(name: string, parameters: readonly Parameter[]): string {
  const lines = parameters.map((p) => `  readonly ${p.name}: ${typeScriptType(p)};\n`);
  return `export interface ${name} {\n${lines.join("")}}\n`;
}

function structReader(name: string, { components = [] }: Parameter): string {
  const lines = members(components, "at").map((line) => `    ${line}\n`);
  return `${declaration(name, components)}\nfunction read${name}(b: Buffer, at: number): ${name} {\n  return {\n${lines.join("")}  };\n}\n`;
}

/** `Name(type,(type,type)[])` as the selector is the hash of. */
function signature({ name, inputs }: Event): string {
  const type = (p: Parameter): string =>
    p.type.startsWith("tuple") ? `(${(p.components ?? []).map(type).join(",")})${p.type.slice(5)}` : p.type;
  return `${name}(${inputs.map(type).join(",")})`;
}

function eventDecoder(contract: string, event: Event): string {
  const indexed = event.inputs.filter((p) => p.indexed);
  const plain = event.inputs.filter((p) => !p.indexed);
  const data = 32 * (indexed.length + 1);
  const documents = plain
    .filter((p) => p.type === "tuple" && structName(p) === "Document")
    .map((p) => p.name);
  const lines = [
    ...indexed.map((p, i) => `${p.name}: ${readerName(p)}(b, ${32 * (i + 1)}),`),
    ...members(plain, data),
  ];
  return `  "${id(signature(event))}": {
    contract: "${contract}",
    name: "${event.name}",
    topics: ${indexed.length + 1},
    slots: [${dynamicHeadSlots(event).join(", ")}],
    documents: [${documents.map((name) => `"${name}"`).join(", ")}],
    decode: (b: Buffer): ${event.name} => ({
${lines.map((line) => `      ${line}\n`).join("")}    }),
  },
`;
}

/** The module of one contract: an interface and a decoder for each event. */
export function contractModule(contract: string, events: readonly Event[], notice: string): string {
  const structs = structsOf(events.flatMap(({ inputs }) => inputs));
  const body = [
    ...[...structs].map(([name, struct]) => structReader(name, struct)),
    ...events.map(({ name, inputs }) => declaration(name, inputs)),
    `export interface ${contract}Events {\n${events.map(({ name }) => `  readonly ${name}: ${name};\n`).join("")}}\n`,
    `export const ${contract} = {\n${events.map((event) => eventDecoder(contract, event)).join("")}};\n`,
  ].join("\n");
  const readers = ["address", "arrayOf", "bool", "bytes", "bytes32", "follow", "string"];
  const used = [...readers, "uint8", "uint16", "uint32", "uint48", "uint64", "uint256"].filter((name) =>
    new RegExp(`\\b${name}(\\(b,|\\))`).test(body),
  );
  return `${notice}import { ${used.join(", ")} } from "../words.ts";\n\n${body}`;
}
