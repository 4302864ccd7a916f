import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

type Invoice = { id: number; label: string; folioId: number; guest: number; year: number; number: number }
let t: TestApp
let invoice: Invoice

beforeAll(async () => {
  t = await openDemoHotel()
  const raw = openRaw(t.file, { readonly: true })
  invoice = raw
    .prepare(
      `select p.id, p.label, p.folio_id as folioId, b.guest_id as guest, p.year, p.number from papers p
         join folios f on f.id = p.folio_id join bookings b on b.id = f.booking_id join guests g on g.id = b.guest_id
       where p.kind = 'invoice' and g.unnamed = 0 order by p.id desc limit 1`,
    )
    .get() as Invoice
  raw.close()
}, 120_000)
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const palette = async (text: string) => (await t.must('search.palette', { text })).papers.map(({ id }) => id)
const guests = async (text: string) => (await t.must('guest.search', { text, limit: 20 })).rows

test('a paper is found by its number, whatever its case and separators, and leads to its folio', async () => {
  const { id, label, folioId, year, number } = invoice
  const [prefix, digits] = [
    label.slice(0, label.indexOf(String(year))),
    label.slice(label.lastIndexOf('-') + 1),
  ]
  for (const typed of [
    label,
    label.toLowerCase(),
    ` ${label.replaceAll('-', ' ')} `,
    `${prefix.toLowerCase().replaceAll('-', '')} ${year}/${digits}`,
    label.replaceAll('-', ''),
    `№ ${label}`,
  ])
    expect([typed, await palette(typed)]).toEqual([typed, [id]])
  // Without the prefix there may be one of each series
  for (const typed of [`${year}-${digits}`, `${year} ${number}`]) expect(await palette(typed)).toContain(id)
  const [paper] = (await t.must('search.palette', { text: label })).papers
  expect(paper).toMatchObject({ label, kind: 'invoice', folioId })
})

test('what a number begins with finds the newest, and no digit finds none', async () => {
  const found = await palette(invoice.label.slice(0, -2))
  expect(found).toHaveLength(5)
  expect(found).toEqual(found.toSorted((a, b) => b - a))
  expect(await palette('INV')).toEqual([])
  expect(await palette(`${invoice.label}9`)).toEqual([])
})

test('guests are found by the whole number of a paper of theirs', async () => {
  const { label, guest } = invoice
  for (const typed of [label, label.toLowerCase().replaceAll('-', ' ')]) {
    const [first] = await guests(typed)
    expect(first).toMatchObject({ id: guest, match: { field: 'paper', text: label } })
  }
  expect((await guests(label.slice(0, -1))).filter(({ match }) => match?.field === 'paper')).toEqual([])
})
