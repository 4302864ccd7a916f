import { openFilledApp, type TestApp, testBusinessDate } from './app.ts'

/**
 * An application over a small demo hotel (12 rooms, two years, some 2,000 bookings), made once for the present sources:
 * for what reads a hotel's past. Business date 2026-03-02.
 */
export async function openDemoHotel(): Promise<TestApp> {
  return await openFilledApp(import.meta.filename, async ({ app, must }) => {
    const { job } = await must('job.startDemo', { seed: 7, rooms: 12, years: 2 })
    const end = await app.jobs.ended(job)
    if (end?.state !== 'done') throw new Error(`the demo hotel was not made: ${JSON.stringify(end)}`)
    // Of an earlier moment, which waits until the file of reports is full: no copy has to fill it again
    await must('report.run', {
      name: 'occupancy',
      parameters: { from: testBusinessDate },
      asOf: testBusinessDate,
    })
    return {}
  })
}
