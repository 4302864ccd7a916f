/** The bare page beside which Keyrack's start is measured: same React, same antd, same headers, nothing to ask. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { readAsset } from '#hosts/host/assets.ts'
import { answerAsset } from '#hosts/loopback/answer.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'

export type BarePage = { url: string; close: () => void }

/** Builds the bare page as Keyrack's own is built and serves it as the loopback host does. */
export async function openBarePage(): Promise<BarePage> {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-bare-'))
  await build({
    root: join(projectRoot, 'tests/bench/bare'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', reportCompressedSize: false },
  })
  const server = createServer(async (request, response) => {
    answerAsset(response, await readAsset(folder, new URL(request.url ?? '/', 'http://127.0.0.1').pathname))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
