/** A program that closes the open day of a store and says when it is done. Argument: the store. Killed at any moment by its parent. */
import { writeSync } from 'node:fs'
import { compose } from '#core/compose.ts'

const [file = ''] = process.argv.slice(2)
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)
const app = await compose({
  file,
  mode: 'existing',
  log: { defect: (_incident, error) => say({ defect: String(error) }), info: () => undefined },
})
if ('trouble' in app) {
  say({ trouble: app.trouble })
  process.exit(2)
}
const user = { id: null, login: 'cli:close', name: 'close', role: 'manager', language: 'en' } as const
const desk = app.desk({ workstation: 'CLOSE', language: 'en', user })
say({ ready: true })
app.closer.begin()
const from = process.argv[3]
const reply = await desk.call('audit.begin', { from })
say({ begun: reply.ok, reply })
await app.closer.idle()
say({ done: true })
await app.close()
