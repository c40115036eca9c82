import { defineConfig } from 'vite';

/** Served under `/portal/`; the salon’s front page at `/` is the same document. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/web/portal',
    emptyOutDir: true,
    target: ['chrome111', 'safari16.4', 'firefox114'],
    // The content security policy allows no data: scripts or styles, and every browser above preloads modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
