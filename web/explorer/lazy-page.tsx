import { lazy, useState } from "react";
import type { ComponentType } from "react";

export type LazyPage = ComponentType & {
  /** Its source, relative to `web/`. */
  readonly file: string;
  /** Fetches it, so that it is drawn at once: a server has no later, and what it drew must be found again. */
  ready(): Promise<void>;
};

/** A page that is fetched when it is first opened. @param file its source, relative to this folder, as in `load` */
export function lazyPage(file: string, load: () => Promise<{ default: ComponentType }>): LazyPage {
  const Later = lazy(load);
  let fetched: ComponentType | undefined;
  function Page() {
    // Once drawn one way it stays so: the other would be another page to React.
    const [Known] = useState(() => fetched);
    return Known ? <Known /> : <Later />;
  }
  return Object.assign(Page, {
    file: file.replace("./", "explorer/"),
    ready: async () => {
      fetched = (await load()).default;
    },
  });
}
