import { FluentResource } from '@fluent/bundle';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Messages, parsed beforehand. */
const fluent = {
  name: 'fluent',
  transform: (code: string, id: string) =>
    id.endsWith('.ftl')
      ? `export default ${JSON.stringify(new FluentResource(code).body)}`
      : undefined,
};

export default defineConfig({
  plugins: [svelte(), fluent],
  // Only the program's own webview runs the result. Nothing is inlined: the content security policy
  // lets in no inline script or style.
  build: {
    target: 'safari16',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  clearScreen: false,
  server: {
    port: 1420,
    strictPort: true,
    fs: { allow: ['.', '../src-tauri/crates'] },
  },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['vitest.setup.ts'],
    // Style sheets come empty to the tests, but for the one whose values are tested.
    css: { include: /tokens\.css/ },
  },
});
