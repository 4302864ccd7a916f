import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/lib/root.mjs'

/** Ends a second after the first signal, and says with its code how many it was sent. */
const program = `
let signals = 0
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {
  signals += 1
  if (signals === 1) process.stdin.once('data', () => process.exit(40 + signals))
  console.log('asked')
})
console.log('open')
setInterval(() => undefined, 60_000)
`
const runner = `
import { runUntilEnded } from './scripts/lib/tools.ts'
process.exit(await runUntilEnded([process.execPath, '-e', ${JSON.stringify(program)}]))
`

test.skipIf(process.platform === 'win32')(
  'what was started ends with us, by one signal however often we are sent one, and its exit code is ours',
  async () => {
    const started = spawn(process.execPath, ['--input-type=module', '-e', runner], { cwd: projectRoot })
    const ended = once(started, 'exit')
    const heard = async (text: string) => {
      for (;;) {
        const [chunk] = (await once(started.stdout, 'data')) as [Buffer]
        if (String(chunk).includes(text)) return
      }
    }
    await heard('open')
    const asked = heard('asked')
    started.kill('SIGINT')
    await asked
    started.kill('SIGINT')
    started.kill('SIGTERM')
    started.stdin.write('end\n')
    expect(await ended).toEqual([41, null])
  },
)
