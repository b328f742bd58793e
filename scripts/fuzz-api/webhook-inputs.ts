import { randomUUID } from "node:crypto";
import { signRequest } from "../../sdk/log/http-signature/index.ts";
import { deepJson, hostileJson, hostileText } from "./hostile.ts";
import type { Input } from "./input.ts";
import type { Answer } from "./judge.ts";
import type { Random } from "./random.ts";

/** Whose webhooks are managed. */
export interface WebhookSender {
  /** name of the service */
  readonly service: string;
  /** a submission key of it in force */
  readonly key: CryptoKey;
  readonly keyId: string;
}

/** Addresses inside of networks, in all spellings that URL parsers know. */
const INTERNAL = [
  ...["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "localhost"],
  ...["localhost.", "a.localhost", "LOCALHOST", "0", "0.0.0.0", "10.0.0.1", "10.1", "0xa.1", "172.16.0.1"],
  ...["172.31.255.255", "192.168.0.1", "0300.0250.0.1", "169.254.169.254", "0xa9fea9fe", "2852039166"],
  ...["100.100.100.200", "168.63.129.16", "198.18.0.1", "224.0.0.1", "255.255.255.255", "１２７.0.0.1"],
  ...["127。0。0。1", "①27.0.0.1", "loc%61lhost", "%31%32%37.0.0.1", "[::1]", "[::]", "[::127.0.0.1]"],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[fd00:ec2::254]", "[fe80::1]"],
  ...["[fe80::1%25eth0]", "[2002:7f00:1::]", "[2001:db8::1]", "[ff02::1]", "127.0.0.1.", "127.0.0.1:22"],
];
/** `.invalid` leads nowhere (RFC 2606), so that nothing is ever delivered. */
const HOSTS = ["receiver.invalid", "receiver.invalid:8443", "xn--o3cw4h.invalid", "a.b.c.invalid."];
const ODD = [
  ...["http://receiver.invalid/", "ftp://receiver.invalid/", "file:///etc/hosts", "javascript:alert(1)"],
  ...[
    "https://user:secret@receiver.invalid/",
    "https://receiver.invalid/#x",
    "https://",
    "//receiver.invalid",
  ],
  ...["https://receiver.invalid/\\..\\x", "https://receiver.invalid:99999/", "https:receiver.invalid"],
  ...["https://127.0.0.1@receiver.invalid/", "https://receiver.invalid@127.0.0.1/", "https:///127.0.0.1/"],
  ...["https://receiver.invalid/0812345678", "https://receiver.invalid/?a=somchai%40example.com"],
  ...[
    "https://receiver.invalid/081%2F234%2F5678",
    "https://receiver.invalid/%e0%b9%90%e0%b9%98",
    "\thttps://x/",
  ],
];

const FROM = [0, 1, -1, 1e9, 2 ** 53, 0.5, "0", null, [], true];

function addressFor(random: Random): string {
  const kind = random.below(10);
  if (kind < 4) return `https://${random.pick(HOSTS)}/hook-${random.below(9)}`;
  if (kind < 8) return `${random.pick(["https", "http", "HTTPS"])}://${random.pick(INTERNAL)}/x`;
  return kind === 8 ? random.pick(ODD) : hostileText(random);
}

function bodyFor(random: Random): string {
  const kind = random.below(12);
  if (kind === 0) return deepJson(random);
  if (kind === 1) return JSON.stringify(hostileJson(random));
  const wanted = { url: addressFor(random), ...(random.chance(0.3) && { from: random.pick(FROM) }) };
  const text = JSON.stringify(random.chance(0.05) ? { ...wanted, __proto__x: hostileJson(random) } : wanted);
  if (kind === 2) return text.slice(0, random.below(text.length));
  return kind === 3 ? text.replace("{", `{"url":"https://127.0.0.1/",`) : text;
}

/** Headers hold visible ASCII only. */
const ascii = (text: string) => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 500);

/** Requests that manage a service's webhooks: rightly signed, most with something wrong in them. */
export class WebhookInputs {
  readonly #url: string;
  readonly #sender: WebhookSender;
  /** ids that the API told */
  readonly #ids = new Set<string>();

  constructor(url: string, sender: WebhookSender) {
    this.#url = url;
    this.#sender = sender;
  }

  async next(random: Random): Promise<Input> {
    const method = random.pick(["POST", "POST", "POST", "POST", "DELETE", "DELETE", "GET"]);
    const [known] = this.#ids;
    const id = random.chance(0.7) && known ? known : encodeURIComponent(hostileText(random).toWellFormed());
    const more = method === "DELETE" ? `/${id || "x"}`.slice(0, 3_000) : "";
    const body = method === "POST" ? bodyFor(random) : undefined;
    const input = await this.#signed(method, more, body);
    if (!random.chance(0.15)) return input;
    const name = random.pick(Object.keys(input.headers));
    const others = Object.fromEntries(Object.entries(input.headers).filter(([other]) => other !== name));
    return {
      ...input,
      headers: random.chance(0.5) ? others : { ...others, [name]: ascii(hostileText(random)) },
    };
  }

  heard({ status, text }: Answer): void {
    if (status !== 200 && status !== 201) return;
    for (const [, id] of text.matchAll(/"id":"([0-9a-f-]{36})"/g)) this.#ids.add(id!);
  }

  /** Removes what was registered. */
  async clean(): Promise<void> {
    for (const id of this.#ids) {
      const { method, path, headers } = await this.#signed("DELETE", `/${id}`, undefined);
      await fetch(`${this.#url}${path}`, { method, headers });
    }
  }

  async #signed(method: string, more: string, body: string | undefined): Promise<Input> {
    const { service, key, keyId } = this.#sender;
    const path = `/v1/services/${service}/webhooks${more}`;
    const bytes = new TextEncoder().encode(body ?? "");
    const request = { method, url: `${this.#url}${path}`, body: bytes, idempotencyKey: randomUUID() };
    const fields = await signRequest(request, { key, keyId });
    const headers = body === undefined ? fields : { ...fields, "content-type": "application/json" };
    return { method, path, headers, ...(body !== undefined && { body }) };
  }
}

const INSIDE =
  /^https?:\/\/(?:0|10|127)\.|^https?:\/\/(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.100|198\.18)\.|^https?:\/\/(?:[\w-]+\.)*localhost\b|^https?:\/\/\[/;

/** What is wrong with a webhook that the API took; null when nothing is. Nothing in these inputs is a public IPv6 address. */
export function judgeWebhook({ status, text }: Answer): string | null {
  if (status !== 200 && status !== 201) return null;
  for (const [, url] of text.matchAll(/"url":"([^"]*)"/g)) {
    if (INSIDE.test(url!) || !url!.startsWith("https://"))
      return `took an address inside: ${url!.slice(0, 80)}`;
    if (/0812345678|somchai/.test(decodeURIComponent(url!))) return "took what belongs to a person";
  }
  return null;
}
