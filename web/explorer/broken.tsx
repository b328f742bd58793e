import { Component } from "react";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/use-texts.ts";
import { Button } from "../ui/button/button.tsx";
import { Notice } from "../ui/notice/notice.tsx";

function Sorry() {
  const { t } = useTexts();
  return (
    <Notice tone="attention" role="alert" title={t("states.brokenTitle")}>
      <p>{t("states.brokenText")}</p>
      <Button onClick={() => location.reload()}>{t("states.reload")}</Button>
    </Notice>
  );
}

/** Holds a page that fails, so that header, language and search stay. */
export class Broken extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Sorry /> : this.props.children;
  }
}
