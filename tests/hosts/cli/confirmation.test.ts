import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { asMail } from '#tests/support/confirmations/eml.ts'
import { messages } from '#tests/support/confirmations/hotel.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
const store = at('hotel.keyrack')
const message = messages.find(({ name }) => name === 'booking-date-order')!

beforeAll(async () => {
  await (await openTestApp({ file: store })).close()
  writeFileSync(at('mail.eml'), asMail(message, { charset: 'utf-8', encoding: 'base64', parts: 'both' }))
  writeFileSync(at('voucher.pdf'), '%PDF-1.7')
})
afterAll(() => folder.remove())

test('prints what a mail says, line by line, and what is unsure', async () => {
  const ran = await keyrack(['confirmation', at('mail.eml'), '--store', store])
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  const lines = ran.stdout.trimEnd().split('\n')
  expect(lines).toContain('Number at the agency: 4071234564 (line 4)')
  expect(lines).toContain('Arrival: 2026-04-03 (line 6)  ? Day and month can be read either way.')
  expect(lines).toContain('Total: CNY ¥900.00 (line 10)')
})

test('or as JSON, in the language asked for', async () => {
  const answer = onlyLine(
    (await keyrack(['confirmation', at('mail.eml'), '--store', store, '--json'])).stdout,
  )
  expect(answer).toMatchObject({
    reading: { arrival: { value: '2026-04-03', doubt: 'dateOrder' } },
    onFile: [],
  })
  const { stdout } = await keyrack(['confirmation', at('mail.eml'), '--store', store, '--lang', 'zh'])
  expect(stdout).toContain('抵店: 2026-04-03（第 6 行）')
})

test('what is no message is refused with the remedy', async () => {
  const ran = await keyrack(['confirmation', at('voucher.pdf'), '--store', store])
  expect(ran.code).toBe(1)
  expect(ran.stderr).toContain('voucher.pdf is not a message that can be read. Save it as .eml or as text')
})
