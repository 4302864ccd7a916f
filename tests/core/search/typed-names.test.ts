import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guestColumns } from '#db/repositories/guest/repository.ts'
import { guestTokens } from '#shared/domain/search/tokens.ts'
import type { GuestId } from '#shared/values/index.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'
import { type SlipKind, slipIn } from '#tests/support/slips.ts'
import { randomFrom, type TypedName, typedNames } from '#tests/support/typed-names.ts'
import cases from './typed-cases.json' with { type: 'json' }

async function writeGuests(
  t: TestApp,
  names: readonly Omit<TypedName, 'language' | 'typed'>[],
): Promise<void> {
  const rest = {
    salutation: '',
    gender: '',
    birthDate: null,
    nationality: '',
    language: '',
    unnamed: false,
  } as const
  await t.app.store.exclusively(async (_tx, bulk) => {
    for (const [at, name] of names.entries()) {
      const columns = guestColumns({ ...name, ...rest, createdAt: '2026-03-02T04:00:00.000Z' })
      bulk.insertGuest({ id: (at + 1) as GuestId, ...columns, version: 1 }, guestTokens(name))
    }
  })
}

async function firstFive(t: TestApp, text: string) {
  return (await t.must('guest.search', { text, limit: 5 })).rows
}

describe('among 20,000 guests of six languages', () => {
  const asked = 30
  const slipsAsked = 500
  const names = typedNames(20260302, 20_000)
  let t: TestApp
  beforeAll(async () => {
    t = await openTestApp()
    await writeGuests(t, names)
  }, 60_000)
  afterAll(() => t.close())

  test.each(['Chinese', 'Arabic', 'Vietnamese', 'Turkish', 'German', 'Polish'])(
    'a %s name typed in any common way is one of the first five, at least 99 times of 100',
    async (language) => {
      const { pick } = randomFrom(7)
      const own = names
        .map((name, at) => ({ name, id: at + 1 }))
        .filter(({ name }) => name.language === language)
      const missed: string[] = []
      let count = 0
      for (let i = 0; i < asked; i++) {
        const { name, id } = pick(own)
        for (const [habit, typed] of Object.entries(name.typed)) {
          count++
          const rows = await firstFive(t, typed)
          if (!rows.some((row) => row.id === id))
            missed.push(`${habit}: ${typed} → ${rows.map((row) => row.name).join(', ')}`)
          const unexplained = rows.filter(({ match, similar }) => match === null && !similar)
          expect([typed, unexplained]).toEqual([typed, []])
        }
      }
      expect(count).toBeGreaterThan(asked * 8)
      expect(missed.slice(0, Math.max(0, missed.length - count / 100))).toEqual([])
    },
  )

  test('a Chinese name in mistyped pinyin is one of the first six, 95 times of 100', async () => {
    const chance = randomFrom(8)
    const own = names.flatMap((name, at) => (name.language === 'Chinese' ? [{ name, id: at + 1 }] : []))
    const kinds: readonly SlipKind[] = ['sound', 'swapped', 'missing', 'doubled']
    const missed: string[] = []
    let count = 0
    while (count < slipsAsked) {
      const { name, id } = chance.pick(own)
      const pinyin = name.typed[count % 2 === 0 ? 'pinyin joined' : 'pinyin in two words'] ?? ''
      const typed = slipIn(pinyin, kinds[count % kinds.length] as SlipKind, chance)
      if (typed === null) continue
      count++
      const { rows } = await t.must('guest.search', { text: typed })
      if (!rows.slice(0, 6).some((row) => row.id === id))
        missed.push(`${name.nativeName} ${typed} → ${rows.slice(0, 6).map((row) => row.name)}`)
    }
    expect(missed.slice(0, Math.max(0, missed.length - slipsAsked / 20))).toEqual([])
  })
})

test.each([
  ['a name typed as written comes before its variants', 'Müller Anna', ['Müller Anna', 'Mueller Anna']],
  ['two letters typed for an umlaut', 'Mueller Anna', ['Mueller Anna', 'Müller Anna']],
  ['a reading that looks like a spelled umlaut', 'xue mei', ['薛梅']],
  ['a whole name before one that goes on', '张伟', ['张伟', '张伟明']],
  ['a whole name before one that goes on, traditional', '張偉', ['张伟', '张伟明']],
  ['a commoner reading before another', 'zhangyue', ['张悦', '张乐']],
  ['what only looks alike is not found', 'muster anna', []],
  ['a simplified form is no other character', '王芸', ['王芸']],
  ['a surname that is read otherwise is found by its own reading too', 'zhongyi', ['种一']],
  ['nobody is found by what is not seen', '\u200b\u2060', []],
])('%s', async (_what, typed, expected) => {
  const t = await openTestApp()
  const list = [
    'Mueller Anna',
    'Müller Anna',
    'Muster Hans',
    '张伟',
    '张伟明',
    '张悦',
    '张乐',
    '王芸',
    '王艺',
    '种一',
    '薛梅',
    '徐梅',
  ]
  await writeGuests(
    t,
    list.map((nativeName) => ({ nativeName, familyName: '', givenName: '' })),
  )
  const { rows } = await t.must('guest.search', { text: typed })
  const exact = rows.filter(({ similar }) => !similar)
  expect(exact.map(({ name }) => name)).toEqual(expected)
  await t.close()
})

test('names as an import brought them into a store of version 1 are found as clerks type them', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(1, file)
  const t = await openTestApp({ file, setUp: false })
  const desk = t.deskAs('administrator')
  const missed: unknown[] = []
  for (const [typed = '', name = ''] of cases) {
    const reply = (await desk.call('guest.search', { text: typed, limit: 5 })) as {
      output?: { rows: { name: string; match: unknown }[] }
    }
    const row = reply.output?.rows.find((one) => one.name.normalize('NFKC') === name.normalize('NFKC'))
    if (!row?.match) missed.push([typed, name, reply.output?.rows.map((one) => one.name)])
  }
  expect(missed).toEqual([])
  await t.close()
  folder.remove()
})
