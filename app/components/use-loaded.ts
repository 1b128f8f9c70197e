import { useEffect, useState } from "react";

/** What `load` gives, fetched once the page is shown: nobody else's page carries its weight. null until then, and without script. */
export function useLoaded<Loaded extends object>(load: () => Promise<Loaded>): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let isShown = true;
    load().then((each) => isShown && setLoaded(each));
    return () => {
      isShown = false;
    };
  }, [load]);
  return loaded;
}
