// The contact with the server, for what Remix itself fetches: the next page's data, and the answer to a form. Without it a
// broken network would put an error page where the form stood, and what was typed would be gone.

/** What waits for contact: a page, which is asked for again by itself, or a form, which only its sender sends again. */
export type Lost = keyof typeof waits;

type Signal = AbortSignal | null | undefined;
type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

const AGAIN_MS = 3000;
/** What a proxy answers while the server behind it is away. Ours never does. */
const proxyStatuses = [502, 503, 504];

/** Until it is worth asking again. Rejects when the request is called off. */
const waits = {
  page: (signal: Signal) =>
    new Promise<void>((resolve, reject) => {
      setTimeout(resolve, AGAIN_MS);
      signal?.addEventListener("abort", () => reject(signal.reason));
    }),
  form: (signal: Signal) =>
    new Promise<void>((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
    }),
};

/**
 * Whether Remix asks for it on somebody's behalf: the data of a page, or which pages there are. What it looks up ahead, for the
 * links in sight, it does without, asks for again at each change of the page, and never calls off: hence without a signal.
 */
function isRemix(input: RequestInfo | URL, init?: RequestInit): boolean {
  const { pathname } = new URL(input instanceof Request ? input.url : input, "http://any");
  return pathname.endsWith(".data") || (pathname === "/__manifest" && Boolean(init?.signal));
}

/** A form that only asks what it would mean stores nothing, and can be asked again like a page: nobody else would do it. */
function kindOf(init?: RequestInit): Lost {
  const isPreview = init?.body instanceof URLSearchParams && init.body.get("intent") === "preview";
  return isPreview || (init?.method ?? "GET") === "GET" ? "page" : "form";
}

/** With its body read to the end, so that a network which breaks in the middle is seen here. */
async function wholeOf(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, response);
}

/** Undefined without contact; rejects for what is no matter of contact, as a request called off. */
async function tryOnce(ask: Fetch, input: RequestInfo | URL, init?: RequestInit): Promise<Response | undefined> {
  try {
    const response = await ask(input, init);
    return proxyStatuses.includes(response.status) ? undefined : await wholeOf(response);
  } catch (error) {
    if (error instanceof TypeError && !init?.signal?.aborted) return undefined;
    throw error;
  }
}

/** `guard` makes a fetch that waits where there is no contact; `lost` and `listen` tell of it, as useSyncExternalStore asks. */
export function createContact() {
  const waiting = new Map<object, Lost>();
  const listeners = new Set<() => void>();
  function tell(change: () => void): void {
    change();
    for (const listener of listeners) listener();
  }

  async function untilAnswered(ask: Fetch, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const kind = kindOf(init);
    const own = {};
    try {
      for (;;) {
        const response = await tryOnce(ask, input, init);
        if (response) return response;
        tell(() => waiting.set(own, kind));
        await waits[kind](init?.signal);
      }
    } finally {
      if (waiting.has(own)) tell(() => waiting.delete(own));
    }
  }

  return {
    guard:
      (ask: Fetch): Fetch =>
      (input, init) =>
        isRemix(input, init) ? untilAnswered(ask, input, init) : ask(input, init),
    lost(): Lost | null {
      const kinds = [...waiting.values()];
      return kinds.includes("form") ? "form" : (kinds[0] ?? null);
    },
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The page's own. */
export const contact = createContact();
