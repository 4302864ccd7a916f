import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { openFilledApp, type TestApp, testBusinessDate } from './app.ts'

/** The real bookings beside the project; tests that need them are skipped, saying so, where they are not. */
export const realFile = fileURLToPath(new URL('../../../shared/data/hotel-bookings.csv.gz', import.meta.url))
export const hasRealFile = existsSync(realFile)

export type RealHotel = 'City Hotel' | 'Resort Hotel'

/** An application with one of the two hotels in it, imported once for the present sources. `madeBy` is a file of that hotel's own. */
export async function openRealHotel(madeBy: string, hotel: RealHotel): Promise<TestApp> {
  return await openFilledApp(madeBy, async ({ app, must }) => {
    const file = app.files.give({ path: realFile, name: 'hotel-bookings.csv.gz', temporary: false })
    const where = `hotel=${hotel}`
    const { job } = await must('import.start', {
      file,
      profile: 'hotel-booking-demand',
      where,
      dryRun: false,
    })
    const end = await app.jobs.ended(job)
    if (end?.state !== 'done') throw new Error(`${hotel} was not imported: ${JSON.stringify(end)}`)
    // Of an earlier moment, which waits until the file of reports is full: no copy has to fill it again
    await must('report.run', {
      name: 'occupancy',
      parameters: { from: testBusinessDate },
      asOf: testBusinessDate,
    })
    return {}
  })
}

/** Cells of a hotel's rows by column, as they are in the file. */
export function readRealRows(hotel: RealHotel): Record<string, string>[] {
  const [head = '', ...lines] = gunzipSync(readFileSync(realFile)).toString('utf8').trim().split(/\r?\n/)
  const columns = head.split(',')
  return lines
    .filter((line) => line.startsWith(`${hotel},`))
    .map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
}
