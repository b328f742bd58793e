import { StrictMode } from "react";
import type { ReactNode } from "react";
import type { i18n } from "i18next";
import { I18nextProvider } from "react-i18next";
import type { Cache } from "./data/cache.ts";
import { CacheContext } from "./data/use-query.ts";
import { OriginContext } from "./page-context.ts";

type Props = { texts: i18n; cache: Cache; origin: string; children: ReactNode };

/** What every page stands on, the same in browsers and on servers. `children` is the router with the app. */
export function Root({ texts, cache, origin, children }: Props) {
  return (
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <OriginContext value={origin}>
          <CacheContext value={cache}>{children}</CacheContext>
        </OriginContext>
      </I18nextProvider>
    </StrictMode>
  );
}
