import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { openLoopback } from '#hosts/loopback/server.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Builds the page with the gallery's screens in the place of the hotel's own. Answers the folder. */
export async function buildGallery(folder: string, own = false): Promise<string> {
  const gallery = {
    name: 'gallery',
    enforce: 'pre' as const,
    resolveId: (id: string) =>
      !own && /(^|\/)screens\.ts$/.test(id) && !id.includes('features')
        ? join(root, 'tests/renderer/gallery/screens.tsx')
        : null,
  }
  await build({
    root: join(root, 'renderer'),
    configFile: false,
    logLevel: 'error',
    plugins: [gallery, react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome130',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
    },
  })
  return folder
}

export type Gallery = { app: TestApp; link: () => string; origin: string; close: () => Promise<void> }

/** The gallery on a real store through the real loopback host, with its headers and its policy. */
export async function openGallery(options: { setUp?: boolean; folder?: string } = {}): Promise<Gallery> {
  const folder = tempFolder()
  const renderer = options.folder ?? (await buildGallery(folder.path))
  const app = await openTestApp({ setUp: options.setUp ?? true })
  const loopback = await openLoopback(app.app, { renderer, port: 0, onDefect: (error) => String(error) })
  return {
    app,
    origin: loopback.origin,
    link: loopback.newLink,
    close: async () => {
      await loopback.close()
      await app.close()
      folder.remove()
    },
  }
}
