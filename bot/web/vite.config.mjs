import { defineConfig } from 'vite';

// One stable file to embed (klachthulp.js); everything it loads carries the hash of its content in its name.
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: process.env.KLACHTHULP_WEB_OUT ?? '../wwwroot/app',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { klachthulp: 'src/klachthulp.ts', kiosk: 'src/kiosk.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
