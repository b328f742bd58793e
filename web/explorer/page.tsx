import { useContext, useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useHref, useLocation } from "react-router";
import { harmless } from "../i18n/harmless.ts";
import { useTexts } from "../i18n/use-texts.ts";
import type { Texts } from "../i18n/use-texts.ts";
import { Breadcrumbs } from "../ui/breadcrumbs/breadcrumbs.tsx";
import type { Crumb } from "../ui/breadcrumbs/breadcrumbs.tsx";
import { PrintFoot } from "../ui/qr/qr.tsx";
import { OriginContext, PageFactsContext } from "./page-context.ts";

type Props = {
  title: string;
  /** words above the title: what kind of thing this is */
  kind?: string;
  crumbs?: readonly Crumb[];
  /** What the page holds, in a sentence or two; what the whole site is when absent */
  description?: string;
  /** there is nothing of that name */
  missing?: boolean;
  children: ReactNode;
};

/** The page whose title was announced last; a page that only changes its filters keeps the focus where it is. */
let announced = "";

const titleOf = (title: string, t: Texts["t"]) => `${title} · ${t("shell.name")}`;

/** Title, breadcrumbs and print foot of a page. After a change of page the title takes the focus. */
export function Page({ title: given, kind, crumbs, description, missing, children }: Props) {
  const title = harmless(given);
  const { t } = useTexts();
  const { pathname, search } = useLocation();
  // With the filters: what is printed must be found again at the printed address.
  const permalink = useContext(OriginContext) + useHref({ pathname, search });
  useContext(PageFactsContext)?.({ title: titleOf(title, t), description, missing });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = titleOf(title, t);
  }, [title, t]);
  useEffect(() => {
    const isFirst = announced === "";
    if (announced === pathname) return;
    announced = pathname;
    if (isFirst) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      {crumbs && <Breadcrumbs crumbs={[...crumbs, { text: title }]} />}
      <h1 ref={heading} tabIndex={-1}>
        {kind && <span className="page-kind">{kind} </span>}
        {title}
      </h1>
      {children}
      <PrintFoot address={permalink} />
    </>
  );
}
