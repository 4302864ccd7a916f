import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/**
 * Three bundles: the main process and the sandboxed bridge as CommonJS (the bridge has to be, and so both load in
 * every Electron), the page as modules. Packages are bundled; only the two with a native binary stay outside. The
 * targets are those of the oldest Electron the program is tested in.
 */
const inRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Code that runs in a thread of its own is a file of its own: every `worker.ts` or `…-worker.ts`. */
const workers = Object.fromEntries(
  globSync('electron/**/{worker,*-worker}.ts', { cwd: inRoot('.') }).map((file) => [
    basename(file, '.ts'),
    inRoot(file),
  ]),
)

const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'parts/[name]-[hash].cjs',
} as const

/**
 * Two files hold what screens share: `first` is all that the guest list and Today need to be on screen, `common` the
 * rest. Forty small ones cost the browser more than they spare. Neither holds what is large and wanted late:
 * dictionaries, charts, the contract's schemas.
 */
const chunks = [
  {
    name: 'first',
    test: /renderer\/(shell\/main|features\/guest\/GuestsPage|features\/today\/TodayPage)\.tsx$/,
    priority: 1,
  },
  {
    name: 'common',
    test: /^(?!.*(node_modules|renderer\/features|name\/(pinyin|script)|echarts|zrender|zod|shared\/contract)).*$/,
    minShareCount: 2,
  },
]

/** Widgets in the first file would be back in the way of the first screen without anybody noticing. */
const lightStart: Plugin = {
  name: 'keyrack-light-start',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name !== 'first') continue
      const heavy = chunk.moduleIds.find((id) => /node_modules\/(antd|@rc-component|zod|echarts)\//.test(id))
      if (heavy) this.error(`the first screen loads ${heavy}: import what needs it with lazyAntd`)
    }
  },
}

/**
 * Electron waits for what a program that is an ES module awaits, and begins at once after any other: the command line
 * has to run to its end before Chromium looks for a display and takes the signals to itself.
 */
const start: Plugin = {
  name: 'keyrack-start',
  generateBundle() {
    const source = "import program from './index.cjs'\nawait program.held\n"
    this.emitFile({ type: 'asset', fileName: 'start.mjs', source })
  },
}

export default defineConfig({
  main: {
    plugins: [start],
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      minify: false,
      sourcemap: true,
      externalizeDeps: { include: ['better-sqlite3', '@node-rs/argon2'] },
      rolldownOptions: {
        input: { index: inRoot('electron/main/index.ts'), cli: inRoot('electron/cli/main.ts'), ...workers },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      minify: true,
      externalizeDeps: false,
      rolldownOptions: { input: { index: inRoot('electron/preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: inRoot('renderer'),
    plugins: [react(), lightStart],
    build: {
      outDir: inRoot('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      cssMinify: true,
      reportCompressedSize: false,
      // One chart chunk over antd's size is as it should be: it loads when the first chart is looked at.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: inRoot('renderer/index.html'),
        output: { codeSplitting: { groups: chunks } },
      },
    },
    server: { host: '127.0.0.1', strictPort: false },
  },
})
