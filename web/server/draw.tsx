import type { i18n } from "i18next";
import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { StaticRouter } from "react-router";
import { basename } from "../i18n/languages.ts";
import type { Language } from "../i18n/languages.ts";
import { App } from "../explorer/app.tsx";
import type { Cache } from "../explorer/data/cache.ts";
import { NeedContext } from "../explorer/data/use-query.ts";
import { PageFactsContext } from "../explorer/page-context.ts";
import type { PageFacts } from "../explorer/page-context.ts";
import { Root } from "../explorer/root.tsx";

type Drawing = {
  readonly language: Language;
  readonly texts: i18n;
  /** Path and search, with the language. */
  readonly address: string;
  readonly origin: string;
  readonly cache: Cache;
  readonly onNeed: (query: string, variables: unknown) => void;
  readonly onFacts: (facts: PageFacts) => void;
};

/** Draws a page once, with what the cache has. @throws the first error of a component */
export function draw(drawing: Drawing): Promise<string> {
  const { language, texts, address, origin, cache, onNeed, onFacts } = drawing;
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const sink = new Writable({
      write: (piece: Buffer, _encoding, done) => {
        pieces.push(piece);
        done();
      },
      final: (done) => {
        resolve(Buffer.concat(pieces).toString("utf8"));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(
      <Root texts={texts} cache={cache} origin={origin}>
        <StaticRouter basename={basename[language]} location={address}>
          <PageFactsContext value={onFacts}>
            <NeedContext value={onNeed}>
              <App />
            </NeedContext>
          </PageFactsContext>
        </StaticRouter>
      </Root>,
      {
        // Otherwise what is large is sent apart and put in its place by script, which not every reader runs.
        progressiveChunkSize: Infinity,
        onAllReady: () => pipe(sink),
        onError: reject,
        onShellError: reject,
      },
    );
  });
}
