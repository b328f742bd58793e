import { createHash } from "node:crypto";
import type { Locale } from "../../../sdk/errors.ts";
import type { FeedEvent } from "./query.ts";

/** Text as XML 1.0 takes it: marks escaped, characters that no XML may hold left out. */
export function xml(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
  );
}

/** A name-based UUID (version 5) of what the ledger says for ever: the same entry has the same id on every server. */
export function stableId(...names: (string | number)[]): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(names.join("/")).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
/** Any constant of ours. Source: RFC 9562, section 5.5. */
const NAMESPACE = Buffer.from("a3f7c1d25b8e4f60927d1c0a8e6b3f54", "hex");

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** addresses, whole */
  readonly self: string;
  readonly page: string;
  readonly next: string | null;
  /** when nothing has happened yet */
  readonly since: string;
  readonly language: Locale;
  readonly events: readonly FeedEvent[];
  readonly origin: string;
  readonly deployment: string;
}

function entry(event: FeedEvent, { language, origin, deployment }: Feed): string {
  const { block, txHash, logIndex, timestamp } = event.provenance;
  const address = `${origin}/v1/transactions/${txHash}`;
  const place = event.projectCode ? `${origin}/p/${event.projectCode}` : address;
  const details = [`${event.contractName}.${event.name}`, `block ${block}`, txHash];
  return `<entry>
<id>${stableId(deployment, block, logIndex, txHash)}</id>
<title>${xml(event.text[language])}</title>
<updated>${timestamp}</updated>
<published>${timestamp}</published>
<link rel="alternate" href="${xml(place)}"/>
<link rel="related" type="application/json" href="${xml(address)}"/>
<category term="${xml(event.name)}"/>
<summary>${xml(details.join(" · "))}</summary>
</entry>`;
}

/** An Atom feed; times are those of the chain. Source: RFC 4287, paging RFC 5005. */
export function atomFeed(feed: Feed): string {
  const { id, title, author, self, page, next, since, language, events } = feed;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${id}</id>
<title>${xml(title)}</title>
<updated>${events[0]?.provenance.timestamp ?? since}</updated>
<author><name>${xml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" href="${xml(page)}"/>
${next ? `<link rel="next" type="application/atom+xml" href="${xml(next)}"/>\n` : ""}<generator>Prongsai</generator>
${events.map((event) => entry(event, feed)).join("\n")}
</feed>
`;
}
