import { defineConfig } from "vite";

/**
 * `window.ZAFClient` for the demo and the browser tests, which have no internet.
 * In production the page loads the framework from Zendesk's own address.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist-sandbox",
    target: "es2020",
    lib: {
      entry: "node_modules/zendesk_app_framework_sdk/lib/index.js",
      name: "ZAFClient",
      formats: ["iife"],
      fileName: () => "zaf_sdk.js",
    },
  },
});
