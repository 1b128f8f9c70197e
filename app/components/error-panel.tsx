import { useEffect, useRef } from "react";

type ErrorPanelProps = {
  /** Field name to sentence. The empty name is for what concerns the form as a whole. */
  errors: Record<string, string> | undefined;
  title?: string;
};

/** What is wrong with a form, each line a link to its field. Takes the focus when it appears; empty, shows nothing. */
export function ErrorPanel({ errors = {}, title = "Det här behöver rättas innan vi kan spara" }: ErrorPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors);
  const sentences = entries.map(([, sentence]) => sentence).join(" ");
  useEffect(() => {
    if (sentences) panel.current?.focus();
  }, [sentences]);
  if (entries.length === 0) return null;
  return (
    <div className="ds-error-summary" role="alert" tabIndex={-1} ref={panel} aria-labelledby="fel-rubrik">
      <h2 id="fel-rubrik">{title}</h2>
      <ul>
        {entries.map(([field, sentence]) => (
          <li key={field}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  );
}
