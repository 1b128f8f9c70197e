import { useEffect, useState } from "react";
import type { EarlierProps } from "./earlier-pieces.tsx";

type EarlierOptions = {
  path: string;
  /** The saved one that the form stands on. */
  revision: number;
  answer: string;
  isSaved: boolean;
};

/** The earlier year's answer; its level is fetched once a level has been saved while the page was open. */
export function useEarlier(
  given: EarlierProps | null,
  { path, revision, answer, isSaved }: EarlierOptions,
): EarlierProps | null {
  const [shown, setShown] = useState<EarlierProps | null>(null);
  const isHidden = given?.kind === "comparable" && given.answer === null && shown === null;
  const isDue = isHidden && isSaved && revision > 0 && /^\d+$/.test(answer);
  useEffect(() => {
    if (!isDue) return;
    const stop = new AbortController();
    void fetch(`${path}/forra-aret`, { signal: stop.signal, redirect: "manual" })
      .then(async (response) => response.ok && setShown(await response.json()))
      // Without contact it is shown after the next save, or when the page is opened again.
      .catch(() => undefined);
    return () => stop.abort();
  }, [path, isDue]);
  return isHidden ? given : newest(given, shown);
}

/** What the page was opened with tells more once it holds the level too. */
function newest(given: EarlierProps | null, shown: EarlierProps | null): EarlierProps | null {
  return given?.kind === "comparable" && given.answer === null ? shown : given;
}
