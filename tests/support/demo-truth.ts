import { generateDemo } from '#core/demo/generate.ts'
import type { DemoTruth } from '#core/demo/truth.ts'
import { openFilledApp, type TestApp } from './app.ts'

/**
 * An application over a demo hotel of 24 rooms and two years with what its generator knows of each guest, made once for the
 * present sources: what insight finds is held against it. Business date 2026-03-02.
 */
export async function openKnownHotel(): Promise<TestApp & { made: DemoTruth }> {
  return await openFilledApp<DemoTruth>(import.meta.filename, async ({ app }) => {
    const heard: DemoTruth[] = []
    const options = { seed: 7, rooms: 24, years: 2, language: 'en' } as const
    const job = app.jobs.start('demo', (handle) =>
      generateDemo(app.store, options, handle, (told) => heard.push(told)),
    )
    const end = job === null ? null : await app.jobs.ended(job)
    const [truth] = heard
    if (end?.state !== 'done' || !truth)
      throw new Error(`the demo hotel was not made: ${JSON.stringify(end)}`)
    return truth
  })
}
