import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `vite dev` finds a server that is already running. */
const server = process.env.OPENDPF_URL ?? 'http://127.0.0.1:4800'

/** The app is built from the sources of the workspace packages, with the two languages it speaks. */
export default defineConfig({
  base: '/',
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' }],
  resolve: { conditions: ['opendpf-source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    target: 'es2023',
    cssMinify: 'lightningcss',
    rolldownOptions: {
      // beside the app the script of the page on which anybody verifies: the server writes that page and knows this one name
      input: { index: 'index.html', verify: 'src/verify.ts' },
      output: { entryFileNames: ({ name }) => (name === 'verify' ? 'verify.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': server, '/certificates': server, '/notices': server } },
})
