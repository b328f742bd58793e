import type { InputHTMLAttributes } from "react";
import { describedBy, Field } from "./field.tsx";
import styles from "./form.module.css";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & {
  id: string;
  label: string;
  hint?: string;
  error?: string;
};

export function TextField({ id, label, hint, error, ...rest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input id={id} className={styles.control} {...describedBy({ id, hint, error })} {...rest} />
    </Field>
  );
}
