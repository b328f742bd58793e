import { createRoot, hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { basename, languageOf } from "../i18n/languages.ts";
import { createTexts } from "../i18n/setup.ts";
import "../styles/all.css";
import { suggestChainAddress } from "../ui/verify/chain-address.ts";
import { App } from "./app.tsx";
import { Cache } from "./data/cache.ts";
import { problemsOf, readState } from "./data/page-state.ts";
import { askAt } from "./data/request.ts";
import { findPage } from "./find-page.ts";
import { listenForNewBuild } from "./new-build.ts";
import { Root } from "./root.tsx";

listenForNewBuild();
suggestChainAddress(`${location.origin}/rpc`);

/** Draws the page; what a server drew already is taken over as it stands. */
async function start(root: HTMLElement): Promise<void> {
  const language = languageOf(location.pathname);
  document.documentElement.lang = language;
  const state = readState(document);
  const [texts] = await Promise.all([
    createTexts(language),
    state && findPage(location.pathname, language)?.ready(),
  ]);
  const cache = new Cache(
    askAt("/graphql"),
    state && { answers: state.answers, problems: problemsOf(state) },
  );
  const page = (
    <Root texts={texts} cache={cache} origin={state?.origin ?? location.origin}>
      <BrowserRouter basename={basename[language]}>
        <App />
      </BrowserRouter>
    </Root>
  );
  if (state) hydrateRoot(root, page, { onRecoverableError: console.error });
  else createRoot(root).render(page);
}

start(document.getElementById("root")!).catch(console.error);
