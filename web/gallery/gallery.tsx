import type { Example } from "../ui/example.ts";
import { PageShell } from "../ui/page-shell/page-shell.tsx";

const folders = import.meta.glob<{ examples: Example[] }>("../ui/*/examples.tsx", { eager: true });

/** Every component in every state that it has examples for. */
export function Gallery() {
  return (
    <PageShell asOf={null}>
      <h1>Component gallery</h1>
      {Object.entries(folders).map(([path, { examples }]) => {
        const name = path.split("/").at(-2) ?? path;
        return (
          <section key={path} id={name}>
            <h2>{name}</h2>
            {examples.map((example) => (
              <section key={example.name} aria-label={`${name}: ${example.name}`}>
                <h3>{example.name}</h3>
                {example.render()}
              </section>
            ))}
          </section>
        );
      })}
    </PageShell>
  );
}
