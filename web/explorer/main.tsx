import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { BrowserRouter } from "react-router";
import { basename, languageOf } from "../i18n/languages.ts";
import { createTexts } from "../i18n/setup.ts";
import "../styles/all.css";
import { suggestChainAddress } from "../ui/verify/chain-address.ts";
import { App } from "./app.tsx";
import { listenForNewBuild } from "./new-build.ts";

listenForNewBuild();

const language = languageOf(location.pathname);
document.documentElement.lang = language;
suggestChainAddress(`${location.origin}/rpc`);
const root = document.getElementById("root");

createTexts(language).then((texts) => {
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <BrowserRouter basename={basename[language]}>
          <App />
        </BrowserRouter>
      </I18nextProvider>
    </StrictMode>,
  );
}, console.error);
