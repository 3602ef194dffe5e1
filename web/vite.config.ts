import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** Nothing in the page is inline, so that the hosting's Content-Security-Policy can forbid it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [preact({ prerender: { enabled: false } })],
  resolve: {
    alias: {
      'decode-named-character-reference': fileURLToPath(new URL('markdown/no-names.ts', import.meta.url)),
    },
  },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2023',
    // As far back as light-dark() and nested rules go; older browsers would be sent polyfilled colours.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Firestore alone is larger than the default warns of; it is loaded after sign-in.
    chunkSizeWarningLimit: 600,
  },
});
