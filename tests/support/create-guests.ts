import { compose } from '#core/compose.ts'

// Makes guests, says how many changes are acknowledged, and waits to be killed.
const opened = await compose({
  file: process.argv[2] ?? '',
  mode: 'existing',
  log: { defect: (_incident, error) => console.error(error), info: () => undefined },
})
if ('trouble' in opened) throw new Error(opened.trouble.code)
const user = { id: null, login: 'test', name: 'Test', role: 'administrator', language: 'en' } as const
const desk = opened.desk({ workstation: 'TEST-PC', language: 'en', user })
let last = 0
for (let number = 1; number <= Number(process.argv[3]); number += 1) {
  const reply = await desk.call('guest.create', { nativeName: `客人${number}` })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  last = (reply as { change?: number }).change ?? 0
}
// The mark is written once the answer is on its way: a turn of the loop later.
await new Promise(setImmediate)
process.send?.(last)
setInterval(() => undefined, 60_000)
