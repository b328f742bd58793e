import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: "primary" | "secondary" | "plain" };

/** A native button with a target of at least 44 px. */
export function Button({ kind = "secondary", type = "button", className = "", ...rest }: Props) {
  return <button type={type} className={`${styles.button} ${styles[kind]} ${className}`} {...rest} />;
}
