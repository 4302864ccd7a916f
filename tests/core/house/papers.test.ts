import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { textOf } from '#tests/support/report-files.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

// `vitest run tests/core/house/papers.test.ts -u` writes the golden files again: read the difference before it is committed
const golden = '../../golden/stay'
const languages = ['en', 'zh'] as const
const sizes = ['a4', 'letter'] as const

let t: BookingHotel
let bookingId: BookingId
beforeEach(async () => {
  t = await openBookingHotel()
  await describeGuests()
  const kid = await t.must('guest.create', {
    nativeName: '张小明',
    birthDate: '2015-05-01',
    nationality: 'CHN',
  })
  const stay = { arrival: '2026-03-02', departure: '2026-03-05' }
  bookingId = await t.book({
    ...stay,
    roomId: t.rooms['201'],
    roomTypeId: t.dlx,
    companions: [t.li, kid.id],
    adults: 2,
    children: 1,
  })
  const other = await t.book({ ...stay, guestId: t.anna, roomId: t.rooms['101'], adults: 2 })
  for (const id of [bookingId, other]) await checkIn(id)
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

async function describeGuests() {
  const { guest } = await t.must('guest.profile', { id: t.zhang })
  const { id, version } = guest
  await t.must('guest.update', { id, version, birthDate: '1984-07-09', gender: 'male', nationality: 'CHN' })
  const anna = (await t.must('guest.profile', { id: t.anna })).guest
  await t.must('guest.update', { id: anna.id, version: anna.version, nationality: 'DEU' })
}

const checkIn = async (id: BookingId) =>
  t.must('stay.checkIn', {
    id,
    version: await t.version(id),
    accept: ['not-registered', 'room-not-ready'],
    signatures: id === bookingId ? [{ guestId: t.zhang, signature: '10,20 300,200;400,20 500,90' }] : [],
  })

type Look = { language: 'en' | 'zh'; size: 'a4' | 'letter' }
type File = OutputOf<'house.paper'>
const html = (file: File) => Buffer.from(file.content, 'base64').toString()
const house = async (input: Omit<InputOf<'house.paper'>, 'format'>) =>
  html(await t.must('house.paper', { ...input, format: 'html' }))

async function prepare() {
  await t.must('house.addWakeCall', { bookingId, from: '2026-03-03', to: '2026-03-04', callAt: '06:30' })
  await t.must('request.create', { bookingId, kind: 'accessible', dueOn: '2026-03-02' })
  await t.must('house.addTrace', {
    bookingId,
    department: 'housekeeping',
    from: '2026-03-02',
    dueTime: '15:00',
    text: 'Cot into the room',
  })
  const text = 'Call back before six.\nA car waits at the side entrance.'
  const message = await t.must('house.addMessage', {
    bookingId,
    fromName: 'Ms Park',
    phone: '+82 2 555',
    text,
  })
  const luggage = await t.must('house.addLuggage', { bookingId, pieces: 2, keptIn: 'Shelf B', tagNo: 77 })
  for (const [name, language, number] of [
    ['Joan', 'en', '101'],
    ['小玲', 'zh', '201'],
  ] as const) {
    const { id } = await t.must('housekeeping.saveAttendant', { name, language, credits: 200, floors: [] })
    await t.must('housekeeping.giveRooms', { attendantId: id, roomIds: [t.rooms[number]] })
  }
  return { message: message.id, luggage: luggage.id }
}

type Prepared = Awaited<ReturnType<typeof prepare>>
const papers: Record<string, (look: Look, of: Prepared) => Promise<string>> = {
  card: async (look) => html(await t.must('registration.card', { bookingId, format: 'html', ...look })),
  guests: (look) => house({ of: 'guests', ...look }),
  'wake-calls': (look) => house({ of: 'wake-calls', ...look }),
  message: (look, { message }) => house({ of: 'message', id: message, ...look }),
  luggage: (look, { luggage }) => house({ of: 'luggage', id: luggage, ...look }),
  board: async (look) => html(await t.must('request.paper', { format: 'html', ...look })),
  registration: async (look) => {
    const { rows } = await t.must('registration.list', {})
    return html(await t.must('registration.file', { ids: rows.map(({ id }) => id), format: 'html', ...look }))
  },
  sheets: async ({ size }) => html(await t.must('housekeeping.sheets', { format: 'html', size })),
}

describe.each(Object.keys(papers))('%s', (name) => {
  it('is what it was, on the paper that is asked for', async () => {
    const of = await prepare()
    for (const language of languages)
      for (const size of sizes) {
        const page = (await papers[name]?.({ language, size }, of)) ?? ''
        expect(page).toMatch(
          size === 'a4' ? /@page\{size:(A4|297mm 210mm)/ : /@page\{size:(215\.9mm|279\.4mm)/,
        )
        expect(page).toContain('counter(pages)')
        expect(page).not.toMatch(/<script|<img|@import|url\(|https?:|src=|\son\w+=/i)
        if (size === 'a4') await expect(textOf(page)).toMatchFileSnapshot(`${golden}/${name}.${language}.txt`)
      }
  })
})

test('without a size a paper is on the hotel’s own; what is too wide for a roll is on A4', async () => {
  const { luggage } = await prepare()
  const ask = { language: 'en' } as const
  const setSize = async (paperSize: 'letter' | 'roll-80') => {
    const { chart: _, ...settings } = (await t.must('chart.get', {})).settings
    await t.must('chart.saveSettings', { ...settings, paperSize })
  }
  await t.must('chart.load', { chart: 'cn-general' })
  await setSize('letter')
  expect(await house({ of: 'guests', ...ask })).toContain('@page{size:215.9mm')
  await setSize('roll-80')
  expect(await house({ of: 'luggage', id: luggage, ...ask })).not.toContain('@page{size')
  expect(await house({ of: 'guests', ...ask })).toContain('@page{size:A4')
  expect(html(await t.must('registration.card', { bookingId, format: 'html' }))).toContain('@page{size:A4')
})
