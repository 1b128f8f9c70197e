import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { browserStore, listKept } from "./kept-texts.ts";
import type { UnsentTexts } from "./unsent-texts.tsx";

/** On every page: looks whether this browser keeps anything of the person, and only then fetches what sends and shows it. */
export function WaitingTexts({ personId }: { personId: string }) {
  const { pathname } = useLocation();
  const [found, setFound] = useState<{ Texts: typeof UnsentTexts } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is left may have left something
  useEffect(() => {
    if (found || listKept(browserStore(), { personId }).length === 0) return;
    import("./unsent-texts.tsx").then(
      ({ UnsentTexts }) => setFound({ Texts: UnsentTexts }),
      // Without contact it waits for the next page.
      () => {},
    );
  }, [personId, pathname, found]);
  return found && <found.Texts personId={personId} />;
}
