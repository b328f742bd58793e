import type { SelectHTMLAttributes } from "react";
import { harmless } from "../../i18n/harmless.ts";
import { describedBy, Field } from "./field.tsx";
import styles from "./form.module.css";

export type Option = { readonly value: string; readonly text: string };

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> & {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  options: readonly Option[];
};

/** The browser's own list: it works with every keyboard, screen reader and phone. */
export function SelectField({ id, label, hint, error, options, ...rest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select id={id} className={styles.control} {...describedBy({ id, hint, error })} {...rest}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {harmless(text)}
          </option>
        ))}
      </select>
    </Field>
  );
}
