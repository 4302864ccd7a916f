import { describe, expect, test } from 'vitest'
import { messageText } from '#core/confirmation/message-text.ts'
import { readConfirmation } from '#shared/domain/confirmation/read-confirmation.ts'
import { asMail, type Dress } from '#tests/support/confirmations/eml.ts'
import { messageHotel, messages, messageTypes } from '#tests/support/confirmations/hotel.ts'
import { asText, type Message, tableOf } from '#tests/support/confirmations/message.ts'

async function read(bytes: Uint8Array) {
  const { reading } = readConfirmation((await messageText(bytes)) ?? '', messageHotel)
  return tableOf(reading, messageTypes)
}

const isWestern = ({ body, subject = '', from = '' }: Message) => !/[^\x00-\xff€]/.test(body + subject + from)
const isJapanese = ({ name }: Message) => name === 'form-ja'

/** Every message in another dress, so that each charset, encoding and form of parts meets each source. */
function dressFor(message: Message, at: number): Dress {
  const encoding = (['base64', 'quoted-printable', '8bit'] as const)[at % 3]!
  const parts = (['html', 'both', 'text'] as const)[Math.floor(at / 3) % 3]!
  if (isJapanese(message)) return { charset: 'iso-2022-jp', encoding: 'base64', parts: 'text' }
  if (isWestern(message)) return { charset: at % 2 ? 'windows-1252' : 'utf-8', encoding, parts }
  return { charset: at % 2 ? 'gbk' : 'utf-8', encoding, parts }
}

describe('a confirmation as a mail', () => {
  test('says the same in every dress', async () => {
    const wrong: unknown[] = []
    for (const [at, message] of messages.entries()) {
      const dress = dressFor(message, at)
      const { said, unsure } = await read(asMail(message, dress))
      const same =
        JSON.stringify(sorted({ said, unsure })) ===
        JSON.stringify(sorted({ said: message.want, unsure: message.unsure ?? {} }))
      if (!same) wrong.push({ name: message.name, dress, said, want: message.want, unsure })
    }
    expect(wrong).toEqual([])
  })
})

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, one]) => [key, sorted(one)]),
  )
}

describe('a confirmation as a text file', () => {
  test.each([
    ['utf-8', Buffer.from(asText(messages[1]!))],
    [
      'utf-8 with a mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(asText(messages[1]!))]),
    ],
    ['utf-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(asText(messages[1]!), 'utf16le')])],
  ])('in %s', async (_name, bytes) => {
    expect((await read(bytes)).said).toEqual(messages[1]!.want)
  })
})
