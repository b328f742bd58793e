/** `PGCOPY\n\377\r\n\0`, flags, length of an extension that nobody uses. Source: PostgreSQL, COPY, "Binary Format". */
const FILE_HEADER = 19;
/** Number of columns (two bytes) and length of the one column (four), before its bytes. */
const ROW_HEADER = 6;
const LINE_FEED = 10;

/**
 * The texts of a one-column COPY in the binary format, a line feed after each; a piece may end within a row. PostgreSQL
 * looks at every byte of the other formats to see what to escape; here it only sends them. A row is longer by its header
 * than by a line feed, so each piece is made in the place of the one it was read from.
 */
export async function* copiedLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let skip = FILE_HEADER;
  const header = Buffer.alloc(ROW_HEADER);
  let headed = 0;
  /** bytes of the row begun that are still to come */
  let left = 0;
  /** whether a row has ended whose line feed is still to be written */
  let owed = false;
  for await (const bytes of stream) {
    let at = Math.min(skip, bytes.length);
    skip -= at;
    let filled = 0;
    while (at < bytes.length) {
      if (left > 0) {
        const part = Math.min(left, bytes.length - at);
        bytes.copyWithin(filled, at, at + part);
        filled += part;
        at += part;
        left -= part;
        continue;
      }
      const part = Math.min(ROW_HEADER - headed, bytes.length - at);
      headed += bytes.copy(header, headed, at, at + part);
      at += part;
      // Only now: what follows a row, a header or the two bytes of the end, leaves the place for its line feed.
      if (owed) bytes[filled++] = LINE_FEED;
      owed = headed === ROW_HEADER;
      if (!owed) break;
      headed = 0;
      left = header.readInt32BE(2);
    }
    if (filled > 0) yield bytes.subarray(0, filled);
  }
}
