import type { TextareaHTMLAttributes } from "react";
import { describedBy, Field } from "./field.tsx";
import styles from "./form.module.css";

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> & {
  id: string;
  label: string;
  hint?: string;
  error?: string;
};

/** A field for a text of many lines. */
export function TextArea({ id, label, hint, error, ...rest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea id={id} className={styles.control} {...describedBy({ id, hint, error })} {...rest} />
    </Field>
  );
}
