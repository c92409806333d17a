import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The service serves `dist/assets` under /sidebar/assets and finds the entry's name in `dist/.vite/manifest.json`. */
export default defineConfig({
  base: "/sidebar/",
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: "dist",
    manifest: true,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { input: { main: "src/main.tsx" } },
  },
});
