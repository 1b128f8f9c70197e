import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

// Each file is a request with a head of its own, a third of a kilobyte: what most pages load stands together.
const together = [
  { name: "forms", of: /\/app\/components\/(page|field|choice-field|error-panel|notice|progress)\.tsx$/ },
  { name: "forms", of: /\/app\/components\/(contact\.ts|people\/role-switch\.tsx)$/ },
  { name: "forms", of: /\/app\/text\/(dates|answers|survey|secrecy|results|changes)\.ts$/ },
  { name: "forms", of: /\/app\/domain\/(access|answer|day|gap|once)\.ts$/ },
  {
    name: "forms",
    of: /\/app\/components\/survey\/(draft|draft-sender|kept-texts|open-drafts|new-id|page-lock|send-answer)\.ts$/,
  },
  { name: "forms", of: /vite\/preload-helper/ },
  {
    name: "survey",
    of: /\/app\/components\/survey\/(answer-differences|answer-values|approval-notices|survey-aside)\.tsx?$/,
  },
  { name: "survey", of: /\/app\/components\/.*measure-(section|forms|list)\.tsx$/ },
  { name: "survey", of: /\/app\/components\/(occurrence-links|survey\/earlier-pieces)\.tsx$/ },
  { name: "survey", of: /\/app\/text\/(measures|approval|activity-states|earlier)\.ts$/ },
];
const manualChunks = (id: string) => together.find(({ of }) => of.test(id))?.name;

// Terser makes the script some three per cent smaller than Vite's own minifier, at the price of seconds in the build. The
// first line asks V8 to compile the whole file while it comes in, beside the page's own thread (explicit compile hints).
const smallScript = {
  minify: "terser",
  terserOptions: { compress: { passes: 3 }, format: { comments: false, preamble: "//# allFunctionsCalledOnLoad" } },
} as const;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      appDirectory: "app",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  // A data: URL in a stylesheet or script would need a wider Content-Security-Policy.
  build: {
    assetsInlineLimit: 0,
    // What the server runs stays as it was written: its log names the functions.
    ...(isSsrBuild ? { minify: false } : { ...smallScript, rollupOptions: { output: { manualChunks } } }),
  },
}));
