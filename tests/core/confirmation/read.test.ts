import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { textInThread } from '#core/confirmation/text-in-thread.ts'
import { maxFileBytes, maxSentBytes } from '#shared/domain/confirmation/limits.ts'
import type { GuestId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { messages } from '#tests/support/confirmations/hotel.ts'
import { asText } from '#tests/support/confirmations/message.ts'
import { asOutlookItem } from '#tests/support/confirmations/msg.ts'
import { type SmallHotel, smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp & { made: SmallHotel }
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const newBooking = asText(messages.find(({ name }) => name === 'booking-new-en')!)
const cancelled = asText(messages.find(({ name }) => name === 'booking-cancelled-en')!)

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes as Uint8Array).toString('base64')
const send = (bytes: Uint8Array | string, name = 'mail.eml') =>
  t.call('confirmation.read', { content: { name, base64: base64(bytes), isWhole: true } })

const book = (source: { agency: string; confirmationNo: string }) =>
  t.must('booking.create', {
    guestId: t.made.guests.smith as GuestId,
    arrival: '2026-03-05',
    departure: '2026-03-07',
    roomTypeId: t.made.types.DLX!,
    ratePlanId: t.made.plan,
    source,
  })

describe('what is on file', () => {
  test('a booking is found by the number that its agency gave it', async () => {
    const { id, confirmationNo } = await book({ agency: 'Booking.com', confirmationNo: '4071234561' })
    expect((await t.must('booking.get', { id })).source).toEqual({
      agency: 'Booking.com',
      confirmationNo: '4071234561',
    })
    const { onFile, reading } = await t.must('confirmation.read', { text: cancelled })
    expect(reading.kind.value).toBe('cancelled')
    const { guest } = await t.must('booking.get', { id })
    expect(onFile).toEqual([
      {
        id,
        confirmationNo,
        guestId: guest.id,
        guestName: 'John Smith',
        guestLatinName: 'John Smith',
        arrival: '2026-03-05',
        departure: '2026-03-07',
        status: 'confirmed',
      },
    ])
  })

  test('or by ours, where the message gives that', async () => {
    const { onFile } = await t.must('confirmation.read', {
      text: 'Cancelled booking\nReservation ID: 99887766\nHotel confirmation number: 10000001\n',
    })
    expect(onFile.map(({ confirmationNo }) => confirmationNo)).toEqual(['10000001'])
  })

  test('a booking made by hand has no source, and an empty one is none', async () => {
    const { id } = await book({ agency: '', confirmationNo: '' })
    expect((await t.must('booking.get', { id })).source).toBeNull()
  })

  test('the account of the agency is the one of that very name', async () => {
    await t.must('account.save', { kind: 'agency', code: 'BCOM', name: 'Booking.com' })
    await t.must('account.save', { kind: 'agency', code: 'BCX', name: 'Booking.com Extra' })
    const { account } = await t.must('confirmation.read', { text: newBooking })
    expect(account).toMatchObject({ name: 'Booking.com' })
  })
})

describe('reading', () => {
  test('writes nothing, and every clerk may', async () => {
    const before = await t.must('change.list', { limit: 1 })
    const reply = await t.deskAs('clerk').call('confirmation.read', { text: newBooking })
    expect(reply).toMatchObject({ ok: true })
    expect(await t.must('change.list', { limit: 1 })).toEqual(before)
  })

  test('an Outlook item is read like the mail it was', async () => {
    const item = asOutlookItem({
      subject: '【携程】新订单 11283746501',
      sender: '携程酒店',
      address: 'ebooking_notice@ctrip.com',
      body: '订单号：11283746501\r\n入住人：李雨桐\r\n入住日期：2026-03-12\r\n离店日期：2026-03-14\r\n',
    })
    const reply = await send(item, 'order.msg')
    expect(reply).toMatchObject({
      ok: true,
      output: {
        reading: {
          agency: { value: 'ctrip' },
          confirmationNo: { value: '11283746501', doubt: null },
          guest: { value: { nativeName: '李雨桐' } },
          arrival: { value: '2026-03-12', doubt: null },
        },
      },
    })
  })

  test('a message that was forwarded as an attachment is read from within it', async () => {
    const inner = `From: Agoda <no-reply@agoda.com>\r\nSubject: CONFIRMED\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nBooking ID: 1756162899\r\nCheck-in: 2026-03-12\r\nCheck-out: 2026-03-13\r\n`
    const outer = `From: Desk <desk@hotel.example>\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee attached\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${inner}\r\n--b--\r\n`
    expect(await send(outer)).toMatchObject({
      output: {
        reading: {
          agency: { value: 'agoda' },
          confirmationNo: { value: '1756162899' },
          arrival: { value: '2026-03-12' },
        },
      },
    })
  })

  test('the first part of a mail says so, and is read as far as it goes', async () => {
    const reply = await t.call('confirmation.read', {
      content: { name: 'mail.eml', base64: base64(newBooking), isWhole: false },
    })
    expect(reply).toMatchObject({
      output: { cut: true, reading: { confirmationNo: { value: '4071234561' } } },
    })
  })

  test('a payment card’s number is in no answer, and is never kept', async () => {
    const card = messages.find(({ name }) => name === 'booking-prepaid-card')!
    const output = await t.must('confirmation.read', { text: asText(card) })
    expect(JSON.stringify(output).replace(/\D/g, '')).not.toContain('5555555555554444')
    expect(output.lines.join('\n')).toContain('****4444')
    const reply = await t.call('booking.create', {
      guestId: t.made.guests.smith as GuestId,
      arrival: '2026-03-05',
      departure: '2026-03-07',
      roomTypeId: t.made.types.DLX!,
      ratePlanId: t.made.plan,
      source: { agency: '', confirmationNo: '5555 5555 5555 4444' },
    })
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'CARD_NUMBER' } })
  })
})

describe('what is no message', () => {
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\nCheck-in: 2026-03-12')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['an archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
    ['a damaged Outlook item', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3])],
  ])('%s is refused with the remedy', async (_name, bytes) => {
    const reply = await send(bytes, 'voucher.pdf')
    expect(reply).toMatchObject({
      ok: false,
      refusal: { code: 'MESSAGE_NOT_READ', params: { file: 'voucher.pdf' } },
    })
  })

  test.each(['', '   \n\t', '<html><body><script>x</script></body></html>'])(
    '%j has no text',
    async (text) => {
      expect(await t.call('confirmation.read', { text })).toMatchObject({
        refusal: { code: 'MESSAGE_EMPTY' },
      })
    },
  )

  test('a file that is too large is named with the limit', async () => {
    const folder = tempFolder()
    const path = join(folder.path, 'big.eml')
    writeFileSync(path, Buffer.alloc(maxFileBytes + 1, 65))
    const file = t.app.files.give({ path, name: 'big.eml', temporary: false })
    expect(await t.call('confirmation.read', { file })).toMatchObject({
      refusal: { code: 'MESSAGE_TOO_LARGE', params: { file: 'big.eml', max: 10 } },
    })
    expect(await t.call('confirmation.read', { file: 'nobody-gave-it' })).toMatchObject({
      refusal: { code: 'FILE_UNKNOWN' },
    })
    folder.remove()
    expect(await send(Buffer.alloc(maxSentBytes + 10))).toMatchObject({ fault: { code: 'INVALID_INPUT' } })
  })
})

describe('a hostile message', () => {
  test('of parts within parts is refused, not followed', async () => {
    const depth = 200
    const open = Array.from(
      { length: depth },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    )
    const reply = await send(`MIME-Version: 1.0\r\n${open.join('')}Content-Type: text/plain\r\n\r\nx\r\n`)
    expect(reply).toMatchObject({ refusal: { code: 'MESSAGE_NOT_READ' } })
  })

  test('in markup runs nothing and loads nothing', async () => {
    const deep = `${'<div><table><tr><td>'.repeat(500)}Check-in: 2026-03-12`
    const loud =
      '<img src=x onerror="alert(1)"><script>Check-in: 2030-01-01</script><p>Check-out: 2026-03-13</p>'
    const output = await t.must('confirmation.read', { text: `<html>${loud}${deep}` })
    expect(output.reading.arrival?.value).toBe('2026-03-12')
    expect(output.reading.departure?.value).toBe('2026-03-13')
    expect(output.lines.join('\n')).not.toMatch(/alert|2030|<|src/)
  })

  test('of one endless line, of colons, or of cards without end is cut and read to its end', async () => {
    const texts = [
      'Check-in: '.repeat(39_000),
      ':'.repeat(390_000),
      'a:1\n'.repeat(99_000),
      '入住:'.repeat(99_000),
      '4111 1111 1111 1111 '.repeat(19_000),
    ]
    for (const text of texts) {
      const reply = await t.call('confirmation.read', { text })
      expect(reply).toMatchObject({ ok: true })
      expect(JSON.stringify(reply)).not.toContain('4111 1111')
    }
  })

  test('that never ends is given up, and takes nothing down with it', async () => {
    const item = asOutlookItem({
      subject: 'New booking',
      sender: 'a',
      address: 'a@b.example',
      body: newBooking,
    })
    // Every sector of the chain of sectors leads to itself
    const fat = new DataView(item.buffer, 512 + new DataView(item.buffer).getUint32(76, true) * 512, 512)
    for (let at = 0; at < 128; at++)
      if (fat.getUint32(at * 4, true) < 0xff_ff_ff_f0) fat.setUint32(at * 4, at, true)
    expect(await textInThread({ bytes: item }, 1500)).toBeNull()
    expect(await t.call('confirmation.read', { text: newBooking })).toMatchObject({ ok: true })
  })
})
