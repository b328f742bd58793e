import { Suspense } from "react";
import { Route, Routes } from "react-router";
import { PageShell } from "../ui/page-shell/page-shell.tsx";
import { Loading } from "../ui/states/states.tsx";
import { Broken } from "./broken.tsx";
import { NotFound } from "./not-found.tsx";
import { routes } from "./routes.ts";
import { AsOfBar } from "./shell/as-of-bar.tsx";

export function App() {
  return (
    <PageShell asOf={<AsOfBar />}>
      <Broken>
        <Suspense fallback={<Loading lines={10} />}>
          <Routes>
            {Object.entries(routes).map(([path, Page]) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </Broken>
    </PageShell>
  );
}
