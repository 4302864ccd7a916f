/** Flips a random bit of a copy or of its manifest, again and again, and looks whether a restore finds it. */
import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUpStore } from '#core/compose-backup.ts'
import { openRestore } from '#core/compose-restore.ts'
import { makeStressHotel } from './hotel.ts'

const job = { progress: () => undefined, cancelled: false }
const moment = '2026-03-02T03:00:00.000Z'

export type FlipFigures = { copies: number; manifests: number; seconds: number }

/** Throws at the first flip that is not found. */
export async function backupFlips(options: { folder: string; flips: number }): Promise<FlipFigures> {
  const begun = performance.now()
  const store = join(options.folder, 'flipped.keyrack')
  const folder = join(options.folder, 'flipped')
  mkdirSync(folder)
  await makeStressHotel(store)
  const made = await backUpStore({ store, nativeBinding: undefined, folder, keepAll: true, moment }, job)
  if (!('file' in made)) throw new Error(JSON.stringify(made))
  const figures = { copies: 0, manifests: 0, seconds: 0 }
  for (let flip = 0; flip < options.flips; flip += 1) {
    const ofManifest = flip % 10 === 9
    await withFlip(ofManifest ? `${made.file}.json` : made.file, async (at) => {
      const opened = await openRestore({ store, from: made.file, nativeBinding: undefined, moment }, job)
      if ('close' in opened) opened.close()
      const code = 'refusal' in opened ? opened.refusal.code : 'none'
      if (code !== (ofManifest ? 'RESTORE_MANIFEST' : 'RESTORE_DAMAGED')) throw new Error(`${at}: ${code}`)
    })
    figures[ofManifest ? 'manifests' : 'copies'] += 1
  }
  const opened = await openRestore({ store, from: made.file, nativeBinding: undefined, moment }, job)
  if (!('close' in opened)) throw new Error(JSON.stringify(opened))
  opened.close()
  figures.seconds = Math.round((performance.now() - begun) / 100) / 10
  return figures
}

async function withFlip(file: string, look: (at: string) => Promise<void>): Promise<void> {
  const whole = readFileSync(file)
  const bytes = Buffer.from(whole)
  const [position, bit] = [randomInt(whole.length), randomInt(8)]
  bytes[position] = (bytes[position] ?? 0) ^ (1 << bit)
  writeFileSync(file, bytes)
  await look(`byte ${position} of ${file}, bit ${bit}`)
  writeFileSync(file, whole)
}
