import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { BrowserRouter } from "react-router";
import { createTexts } from "../i18n/setup.ts";
import "../styles/all.css";
import { Gallery } from "./gallery.tsx";

const texts = await createTexts(new URLSearchParams(location.search).get("lang") === "en" ? "en" : "th");
document.documentElement.lang = texts.language;

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <BrowserRouter>
        <Gallery />
      </BrowserRouter>
    </I18nextProvider>
  </StrictMode>,
);
