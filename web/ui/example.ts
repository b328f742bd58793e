import type { ReactNode } from "react";

/** One way a component is used: shown in the gallery, tested there, and looked at. */
export type Example = { readonly name: string; readonly render: () => ReactNode };
