import {
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Button as Toggle,
} from "react-aria-components";
import { harmless } from "../../i18n/harmless.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./form.module.css";
import type { Option } from "./select-field.tsx";

type Props = {
  id: string;
  name: string;
  label: string;
  options: readonly Option[];
  value: string;
  onChange?: (value: string) => void;
  /** Called with what is typed, when the options come from a search. */
  onType?: (text: string) => void;
};

/** Choice out of thousands by typing part of the name, by keyboard and screen reader as WAI-ARIA describes it. */
export default function PickField({ id, name, label, options, value, onChange, onType }: Props) {
  const { t } = useTexts();
  return (
    <ComboBox
      id={id}
      name={name}
      formValue="key"
      className={styles.field}
      defaultSelectedKey={value || null}
      defaultItems={onType ? undefined : options}
      items={onType ? options : undefined}
      onInputChange={onType}
      onSelectionChange={(key) => onChange?.(String(key ?? ""))}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div className={styles.pick}>
        <Input className={styles.control} />
        <Toggle aria-label={t("form.showList")} className={styles.toggle}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 6l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </Toggle>
      </div>
      <Popover className={styles.popover}>
        <ListBox
          className={styles.list}
          renderEmptyState={() => <p className={styles.hint}>{t("form.noMatch")}</p>}
        >
          {(option: Option) => (
            <ListBoxItem id={option.value} textValue={harmless(option.text)} className={styles.option}>
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
