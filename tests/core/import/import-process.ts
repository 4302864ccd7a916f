/**
 * A process that imports a file and tells its progress, one count a line, and at the end the most megabytes it
 * took: what tests kill and weigh.
 */
import { compose } from '#core/compose.ts'

const [store = '', file = '', where = ''] = process.argv.slice(2)
const app = await compose({
  file: store,
  mode: 'existing',
  log: { defect: (incident, error) => console.error(incident, error), info: () => undefined },
})
if ('trouble' in app) throw new Error(app.trouble.code)
app.events.on((event) => {
  if (event.type === 'job') process.stdout.write(`${event.progress.done}\n`)
})
const user = { id: null, login: 'admin', name: 'Ada Min', role: 'administrator', language: 'en' } as const
const desk = app.desk({ workstation: 'TEST-PC', language: 'en', user })
const token = app.files.give({ path: file, name: 'rows.csv', temporary: false })
const reply = await desk.call('import.start', { file: token, profile: 'hotel-booking-demand', where })
if (!reply.ok) throw new Error(JSON.stringify(reply))
const report = await app.jobs.ended((reply.output as { job: string }).job)
if (report?.failure) throw new Error(JSON.stringify(report.failure))
process.stdout.write(`${JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024, report })}\n`)
await app.close()
