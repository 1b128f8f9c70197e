import { useEffect, useState } from "react";

/** Prints the page. Stands there only where there is script to do it; without, the browser's menu does. */
export function PrintButton({ label }: { label: string }) {
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  if (!hasScript) return null;
  return (
    <button type="button" className="ds-button" data-variant="secondary" onClick={() => window.print()}>
      {label}
    </button>
  );
}
