import { memo, Suspense } from "react";
import type { Field } from "../../../../sdk/log/catalogue/index.ts";
import type { Json } from "../../../../sdk/canonical-json.ts";
import { Disclosure } from "../../../ui/disclosure/disclosure.tsx";
import { Loading } from "../../../ui/states/states.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { typeOf, useCatalogue } from "../../names/catalogue.ts";
import { useNames } from "../../parts.tsx";
import type { Service } from "./service.tsx";

type Type = Service["actionTypes"][number];

const numberOf = (value: Json | undefined) => (typeof value === "number" ? value : undefined);

/** What a field may hold, in a few plain words; the whole rule stands in the schema. */
function useMeaning() {
  const { t, pick, count } = useNames();
  return ({ schema, values }: Field): string => {
    const chosen = values && Object.values(values).map((one) => pick(one));
    const list = chosen?.join(" · ");
    switch (schema["type"]) {
      case "boolean":
        return list ?? t("service.types.yesNo");
      case "integer": {
        const [from, to] = [numberOf(schema["minimum"]), numberOf(schema["maximum"])];
        return from === undefined || to === undefined || to === Number.MAX_SAFE_INTEGER
          ? t("service.types.wholeNumber")
          : t("service.types.number", { from: count(from), to: count(to) });
      }
      case "array":
        return list ? t("service.types.list", { values: list }) : t("service.types.numbers");
      default:
        if (list) return t("service.types.values", { values: list });
        if (schema["format"] === "date") return t("service.types.date");
        return t(schema["format"] === "date-time" ? "service.types.dateTime" : "service.types.code");
    }
  };
}

/** A sentence with the names of its fields where an entry has values. */
function useTemplate() {
  const { pick } = useNames();
  return (sentence: { th: string; en: string }, fields: Readonly<Record<string, Field>>) =>
    pick(sentence)
      .replaceAll(/[[\]]/g, "")
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => `“${fields[name] ? pick(fields[name].label) : name}”`);
}

function TypeText({ service, type }: { service: string; type: Type }) {
  const { t, pick } = useNames();
  const meaning = useMeaning();
  const template = useTemplate();
  const known = typeOf(useCatalogue(service), type.name, type.version);
  return (
    <>
      {known ? (
        <>
          <p>
            {t("service.types.sentence")}: {template(known.sentence, known.fields)}
          </p>
          <SummaryList
            facts={Object.entries(known.fields).map(([, field]) => ({
              term: pick(field.label) + (field.optional ? ` (${t("service.types.optional")})` : ""),
              value: meaning(field),
            }))}
          />
        </>
      ) : (
        <p>{t("service.types.unknown")}</p>
      )}
      <p>
        <code>{type.name}</code> · {t("service.types.version", { version: type.version })} ·{" "}
        <a href={type.schemaPath}>{t("service.types.schema")}</a>
      </p>
    </>
  );
}

/** Remembered, so that what a server drew stays until the words are there. */
const TypeTextOf = memo(function TypeTextOf(props: { service: string; type: Type }) {
  return (
    <Suspense fallback={<Loading lines={3} />}>
      <TypeText {...props} />
    </Suspense>
  );
});

/** What the service may log, one click down each: a sentence, and what each of its fields may hold. */
export function ActionTypes({ service }: { service: Service }) {
  const { t, pick } = useNames();
  const name = ({ name: own, title, inUse, version }: Type) =>
    [
      title ? pick(title) : own,
      !inUse && `${t("service.types.version", { version })}, ${t("service.types.old")}`,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <h2>{t("service.types.title")}</h2>
      <p>{t("service.types.intro")}</p>
      {service.actionTypes.map((type) => (
        <Disclosure key={`${type.name} ${type.version}`} summary={name(type)}>
          <TypeTextOf service={service.name} type={type} />
        </Disclosure>
      ))}
    </>
  );
}
