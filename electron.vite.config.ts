import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type Plugin, type Rolldown } from 'vite'

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
  // Of its own and not in `first`, where the bundler puts it otherwise: half a megabyte for one button of one drawer;
  // what these import stays where it is, or `first` would load them for it
  {
    name: 'pinyin',
    test: /shared\/domain\/name\/(pinyin|script)\.ts$|pinyin-pro|opencc-js/,
    priority: 2,
    includeDependenciesRecursively: false,
  },
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
      const heavy = chunk.moduleIds.find((id) =>
        /node_modules\/(antd|@ant-design|@rc-component|zod|echarts|pinyin-pro|opencc-js)\//.test(id),
      )
      if (heavy) this.error(`the first screen loads ${heavy}: import what needs it with lazyAntd`)
      const late = chunk.imports.find((file) => file.includes('/pinyin-'))
      if (late) this.error(`the first screen loads ${late}: it must import no module that reads names`)
    }
  },
}

/**
 * Chromium keeps the compiled code of a script, but only of functions that had run when the script was evaluated: what
 * draws the first screen runs later and was compiled again at each start. With this comment all of `first` is compiled
 * along with it and kept. It counts at the very beginning of a file only, so it is written after all others have written.
 */
const compiledWhole: Plugin = {
  name: 'keyrack-compiled-whole',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.name !== 'first') continue
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
      }
    },
  },
}

/**
 * The page's first script, as one classic file with nothing to import: it runs as soon as it is read, while the
 * browser still reads the program. Its name holds a hash, so that the browser keeps it as it keeps the others.
 */
function bootScript(): Plugin {
  const asked = '<script type="module" src="./shell/boot.ts"></script>'
  let fileName = ''
  return {
    name: 'keyrack-boot',
    apply: 'build',
    async buildStart() {
      const { output } = (await build({
        configFile: false,
        root: inRoot('renderer'),
        publicDir: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'chrome130',
          rolldownOptions: { input: inRoot('renderer/shell/boot.ts'), output: { format: 'iife' } },
        },
      })) as Rolldown.RolldownOutput
      const source = output[0].code
      fileName = `assets/boot-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes(asked)) throw new Error(`renderer/index.html: ${asked} is not there`)
        return html.replace(asked, `<script vite-ignore src="/${fileName}"></script>`)
      },
    },
  }
}

/** Screens with files of their own, the more special address first: read beside the program where it begins there. */
const ownFiles = {
  '/bookings/new': 'booking/new/NewBookingPage',
  '/bookings/:id': 'booking/BookingPage',
  '/guests/:id': 'guest/GuestPage',
  '/changes': 'change/ChangesPage',
  '/import': 'import/ImportPage',
  '/settings': 'settings/SettingsPage',
  '/settings/:section': 'settings/SettingsPage',
}

/** Names the files of each such screen in the page, for its first script (renderer/shell/boot.ts). */
const screenFiles: Plugin = {
  name: 'keyrack-screen-files',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunkOf = (source: string) => {
        const chunk = Object.values(bundle).find(
          (one) => one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(source)),
        )
        if (chunk?.type !== 'chunk') throw new Error(`${source} is in no chunk`)
        return chunk
      }
      const filesOf = (name: string, files = new Set<string>()): Set<string> => {
        const chunk = bundle[name]
        if (chunk?.type !== 'chunk' || files.has(name)) return files
        for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
        files.add(name)
        for (const needed of chunk.imports) filesOf(needed, files)
        return files
      }
      const settings = filesOf(chunkOf('renderer/ui/AntdSettings.tsx').fileName)
      const known = Object.entries(ownFiles).map(([path, page]) => {
        const own = filesOf(chunkOf(`renderer/features/${page}.tsx`).fileName)
        const files = [...new Set([...own, ...settings])].filter((file) => !html.includes(file))
        return [path, files.map((file) => `/${file}`)] as const
      })
      const content = JSON.stringify(Object.fromEntries(known)).replaceAll('"', '&quot;')
      return html.replace(
        '<meta name="referrer"',
        `<meta name="keyrack-files" content="${content}" />\n    $&`,
      )
    },
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
    plugins: [react(), lightStart, bootScript(), screenFiles, compiledWhole],
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
