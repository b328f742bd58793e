import { useNames } from "../parts.tsx";

type Acted = { readonly actorRole: string | null; readonly actorPseudonym: string | null };
export type ReadAction = {
  readonly type: string;
  readonly reading: { readonly title: Words; readonly sentence: Words } | null;
};
type Words = { readonly th: string; readonly en: string };

const units = [
  ["days", 86_400],
  ["hours", 3_600],
  ["minutes", 60],
  ["seconds", 1],
] as const;

/** Names of roles, times and actions of services in the page's language. */
export function useLogWords() {
  const names = useNames();
  const { t, has, pick } = names;
  const roleName = (role: string) =>
    has(`words.role.${role}`) ? t(`words.role.${role as "citizen"}`) : t("action.otherRole", { role });
  return {
    ...names,
    roleName,
    /** Who acted; a pseudonym is shortened, in full it stands under the technical details. */
    actorName: ({ actorRole, actorPseudonym }: Acted) =>
      actorRole === null
        ? t("action.pseudonym", { pseudonym: `${actorPseudonym?.slice(0, 10)}…` })
        : roleName(actorRole),
    /** A span of seconds in the largest unit that it fills wholly. */
    duration: (seconds: number) => {
      const [unit, size] = units.find(([, one]) => seconds >= one && seconds % one === 0) ?? units[3];
      return t(`service.${unit}`, { count: seconds / size });
    },
    /** What happened, in a sentence; the type's name where there are no words for it. */
    sentenceOf: ({ type, reading }: ReadAction) =>
      reading ? pick(reading.sentence) : t("action.unknownType", { type }),
    typeName: ({ type, reading }: ReadAction) => (reading ? pick(reading.title) : type),
  };
}
