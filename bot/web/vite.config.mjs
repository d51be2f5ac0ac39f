import { defineConfig } from 'vite';

// One stable file to embed (klachthulp.js); everything it loads carries the hash of its content in its name.
// Vite wraps every import() in a helper for style sheets, which we have none of. Without its file the loader has one thing less to wait for.
const HELPER = /import\{(\w+) as (\w+)\}from["'`]\.\/preload-helper-[^"'`]+["'`];/;
// Nearly all of the first screen's code runs at once: a browser that knows this line compiles it while it comes in, beside the page instead of in its way.
const EAGER = '//# allFunctionsCalledOnLoad\n';
const plainImports = {
  name: 'plain-imports',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const [name, chunk] of Object.entries(bundle)) {
      if (name.startsWith('preload-helper')) delete bundle[name];
      else if (chunk.type === 'chunk') chunk.code = (chunk.name === 'element' ? EAGER : '') + chunk.code.replace(HELPER, 'const $2=f=>f();');
    }
  },
};

export default defineConfig({
  plugins: [plainImports],
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
        // What the screen begins with, in one file: each file more is bytes and a turn on a slow line. What is fetched later imports it from there.
        codeSplitting: { groups: [{ name: 'preload-helper', test: /preload-helper/, priority: 1 }, { name: 'element', test: /\/src\/element\.tsx$/ }] },
      },
    },
  },
});
