import type { ButtonHTMLAttributes } from "react";
import { Link } from "react-router";
import type { LinkProps } from "react-router";
import { useHydrated } from "../use-hydrated.ts";
import styles from "./button.module.css";

type Kind = "primary" | "secondary" | "plain";
type Props = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind };

/**
 * A native button with a target of at least 44 px. One that submits nothing needs script: it can be pressed as soon as
 * script listens, and is not offered where none will.
 */
export function Button({ kind = "secondary", type = "button", className = "", disabled, ...rest }: Props) {
  const isHydrated = useHydrated();
  const needsScript = type === "button";
  return (
    <button
      type={type}
      disabled={disabled || (needsScript && !isHydrated)}
      className={`${styles.button} ${styles[kind]} ${needsScript ? "script-only" : ""} ${className}`}
      {...rest}
    />
  );
}

/** A link that stands among buttons. */
export function ButtonLink({ kind = "secondary", ...rest }: LinkProps & { kind?: Kind }) {
  return <Link className={`${styles.button} ${styles[kind]}`} {...rest} />;
}
