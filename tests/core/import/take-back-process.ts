/** A process that takes an import back and tells its progress, one count a line: what a test kills. */
import { compose } from '#core/compose.ts'
import type { ImportBatchId } from '#shared/values/index.ts'

const [store = '', batch = ''] = process.argv.slice(2)
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
const reply = await desk.call('import.takeBack', { batch: Number(batch) as ImportBatchId })
if (!reply.ok) throw new Error(JSON.stringify(reply))
const report = await app.jobs.ended((reply.output as { job: string }).job)
if (report?.failure) throw new Error(JSON.stringify(report.failure))
process.stdout.write(
  `${JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024, result: report?.result })}\n`,
)
await app.close()
