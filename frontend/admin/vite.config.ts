import { defineConfig } from 'vite';

/** The staff page: static files under `/admin/` of every business's address. No plugins: Vite compiles JSX itself. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  build: {
    outDir: '../../dist/web/admin',
    emptyOutDir: true,
    target: ['chrome121', 'safari17.4', 'firefox121'],
    // An inlined asset would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Mantine marks its files for server components; there is no server here.
      checks: { moduleLevelDirective: false },
    },
  },
});
