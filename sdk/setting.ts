/** What a setting must be, in English and Thai, to be put into “It must be …”. */
export type Wanted = { readonly wanted: string; readonly wantedTh: string };

/** Makes the error of a process for a setting that is missing or cannot be used. */
export type Refuse = (details: Wanted & { readonly name: string }) => Error;

const NO_DEFAULT: Wanted = {
  wanted: "given, because there is no default",
  wantedTh: "ค่าที่กำหนดเอง เพราะไม่มีค่าเริ่มต้น",
};

/** The value of a variable that must be set. @throws what `refuse` makes */
export function givenSetting(env: NodeJS.ProcessEnv, name: string, refuse: Refuse): string {
  const value = env[name];
  if (!value) throw refuse({ name, ...NO_DEFAULT });
  return value;
}

export interface Range {
  readonly otherwise: number;
  readonly least: number;
  readonly most?: number;
  /** whether parts of one are allowed */
  readonly parts?: boolean;
}

/** A number of a variable, `otherwise` when it is not set. @throws what `refuse` makes */
export function readNumber(env: NodeJS.ProcessEnv, name: string, range: Range, refuse: Refuse): number {
  const { otherwise, least, most = Infinity, parts = false } = range;
  const value = env[name] ? Number(env[name]) : otherwise;
  if ((parts || Number.isSafeInteger(value)) && value >= least && value <= most) return value;
  const [kind, kindTh] = parts ? ["a number", "จำนวน"] : ["a whole number", "จำนวนเต็ม"];
  throw refuse({
    name,
    wanted: most === Infinity ? `${kind}, at least ${least}` : `${kind} from ${least} to ${most}`,
    wantedTh: most === Infinity ? `${kindTh}ตั้งแต่ ${least} ขึ้นไป` : `${kindTh}ตั้งแต่ ${least} ถึง ${most}`,
  });
}

const schemes = {
  http: ["http:", "https:"],
  ws: ["ws:", "wss:"],
  postgres: ["postgres:", "postgresql:"],
} as const;

/** The address in a variable that must be set, reached in this way. @throws what `refuse` makes */
export function givenAddress(
  env: NodeJS.ProcessEnv,
  name: string,
  by: keyof typeof schemes,
  refuse: Refuse,
): string {
  const value = givenSetting(env, name, refuse);
  const allowed: readonly string[] = schemes[by];
  if (URL.canParse(value) && allowed.includes(new URL(value).protocol)) return value;
  const said = allowed.map((scheme) => `${scheme}//`);
  throw refuse({
    name,
    wanted: `an address that begins with ${said.join(" or ")}`,
    wantedTh: `ที่อยู่ที่ขึ้นต้นด้วย ${said.join(" หรือ ")}`,
  });
}
