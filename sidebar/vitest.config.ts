import { defineConfig } from "vitest/config";

export default defineConfig({
  server: { fs: { allow: [".."] } },
  test: { dir: "../tests/sidebar", globals: true, restoreMocks: true },
});
