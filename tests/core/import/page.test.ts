import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Importing, openImporting } from './support.ts'

/** What the page asks beside the import itself: the look into a file, findings of one reason. */
let importing: Importing & { close: () => Promise<void> }
beforeAll(async () => {
  importing = await openImporting()
})
afterAll(() => importing.close())

const mapping = { columns: { Arrival: 'arrival', Departure: 'departure', Type: 'roomType' } } as const

test('a look into a file shows no card number, neither as a sample nor in the first rows nor to choose from', async () => {
  const rows = '2026-03-05,2026-03-06,KING,4111 1111 1111 1111\n2026-03-05,2026-03-06,KING,none\n'
  const file = importing.give('cards.csv', `Arrival,Departure,Type,Paid by\n${rows.repeat(3)}`)
  const look = await importing.app.must('import.inspect', { file })
  expect(JSON.stringify(look)).not.toContain('1111 1111')
  expect(look.columns[3]?.samples).toEqual(['[visa …1111]', 'none'])
  expect(look.choices.find((choice) => choice.column === 'Paid by')?.values ?? []).not.toContain(
    '[visa …1111]',
  )
})

test('findings of one reason alone, of a dry run and of an import', async () => {
  const file = importing.give(
    'mixed.csv',
    'Arrival,Departure,Type\n2026-03-05,2026-03-04,KING\n2026-02-30,2026-03-06,KING\n2026-03-05,2026-03-05,KING\n',
  )
  for (const dryRun of [true, false]) {
    const ended = await importing.run({ file, profile: 'generic', mapping, dryRun })
    if ('refusal' in ended) throw new Error(ended.refusal.code)
    const source = dryRun ? `job:${ended.job}` : `batch:${ended.summary.batchId}`
    const { rows } = await importing.app.must('import.findings', { source, reason: 'dateImpossible' })
    expect(rows.map(({ line, kind }) => [line, kind])).toEqual([[3, 'rejected']])
    const all = await importing.app.must('import.findings', { source })
    expect(new Set(all.rows.map(({ reason }) => reason)).size).toBeGreaterThan(2)
  }
})
