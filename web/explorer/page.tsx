import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { useTexts } from "../i18n/use-texts.ts";
import { Breadcrumbs } from "../ui/breadcrumbs/breadcrumbs.tsx";
import type { Crumb } from "../ui/breadcrumbs/breadcrumbs.tsx";
import { PrintFoot } from "../ui/qr/qr.tsx";

type Props = {
  title: string;
  /** words above the title: what kind of thing this is */
  kind?: string;
  crumbs?: readonly Crumb[];
  children: ReactNode;
};

/** The page whose title was announced last; a page that only changes its filters keeps the focus where it is. */
let announced = "";

/** Title, breadcrumbs and print foot of a page. After a change of page the title takes the focus. */
export function Page({ title, kind, crumbs, children }: Props) {
  const { t } = useTexts();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t("shell.name")}`;
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
      <PrintFoot address={typeof location === "undefined" ? pathname : location.origin + location.pathname} />
    </>
  );
}
