import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  compareCatalogues,
  compareWithContract,
  compareWithUse,
  fieldsIn,
} from '../../scripts/lib/catalogues.ts'
import { keyUseIn } from '../../scripts/lib/key-use.ts'

function useIn(text: string) {
  const root = mkdtempSync(join(tmpdir(), 'keyrack-keys-'))
  try {
    writeFileSync(join(root, 'page.tsx'), text)
    return keyUseIn(root, ['page.tsx'])
  } finally {
    rmSync(root, { recursive: true })
  }
}

describe('two catalogues', () => {
  it('pass when they say the same, each with the plural forms of its language', () => {
    const en = { guest: { stays_one: '{{count}} stay', stays_other: '{{count}} stays', title: 'Guests' } }
    const zh = { guest: { stays_other: '入住{{count}}次', title: '客人' } }
    expect(compareCatalogues(en, zh)).toEqual([])
  })

  it('are told apart where one lacks words', () => {
    expect(compareCatalogues({ a: { b: 'x' } }, { a: { c: 'y' } })).toEqual([
      'a.b: has no Chinese words',
      'a.c: has no English words',
    ])
  })

  it('must fill in the same things', () => {
    const faults = compareCatalogues({ a: { b: '{{name}} in {{room}}' } }, { a: { b: '{{name}}' } })
    expect(faults).toEqual(['a.b: {{room}} is not in both languages'])
  })

  it('may not leave words empty or a plural without its general form', () => {
    const faults = compareCatalogues({ a: { b_one: 'one', c: ' ' } }, { a: { b_one: '一', c: '空' } })
    expect(faults).toContain('a.c: is empty in en')
    expect(faults).toContain('a.b_one: has no form _other in en')
  })

  it('do not take a code that ends like a word for a plural', () => {
    expect(compareCatalogues({ issue: { too_few: 'few' } }, { issue: { too_few: '少' } })).toEqual([])
  })
})

describe('the keys that source asks for', () => {
  const catalogue = {
    guest: { title: 'G', mark: { vip: 'V', new: 'N' }, stays_one: '1', stays_other: 'n', old: 'O' },
  }

  it('count as used by a call, a table, a template or a group', () => {
    const use = useIn(
      "const keys = ['guest.old']\nexport const P = () => <b title={t('guest.title')}>{t(`guest.mark.${kind}`)}{i18n.t('guest.stays', { count })}</b>",
    )
    expect(compareWithUse(catalogue, use)).toEqual([])
  })

  it('are reported when nobody uses them or they have no words', () => {
    const use = useIn(
      "t('guest.title'); t('guest.titel'); t('guest.mark', { returnObjects: true }); t('guest.stays')",
    )
    expect(compareWithUse(catalogue, use)).toEqual([
      'guest.titel: is asked for in page.tsx and has no words',
      'guest.old: nobody uses it',
    ])
  })

  it('must have the words for what a field may have wrong, wherever its code is written', () => {
    const said = { guest: { title: 'G' }, invalid: { time: 'Not a time' } }
    const use = useIn("t('guest.title'); z.string().regex(/x/, 'invalid.time'); check('invalid.tiem')")
    expect(compareWithUse(said, use)).toEqual([
      'invalid.tiem: has no words, and the source says so of a field',
    ])
  })

  it('are not all used by a template that would fit anything', () => {
    expect(compareWithUse(catalogue, useIn('t(`${area}.${key}`)')).length).toBeGreaterThan(0)
  })
})

describe('what the contract can answer', () => {
  const catalogue = {
    guest: {
      done: { create: 'Guest added' },
      refusal: { NAME: 'Name it.', CONTACT: { form: 'Which?', card: 'No.' } },
    },
    refusal: { TAKEN: 'Taken.' },
    field: { name: { id: 'Number', familyName: 'Family name' } },
  }
  const create = {
    name: 'guest.create',
    kind: 'command',
    refusals: ['NAME', 'CONTACT', 'TAKEN'],
    fields: ['familyName'],
  } as const

  it('has words in its area or among all', () => {
    expect(
      compareWithContract(catalogue, [
        create,
        { name: 'guest.get', kind: 'query', refusals: [], fields: ['id'] },
      ]),
    ).toEqual([])
  })

  it('is reported where a command, a refusal or a field has none', () => {
    const save = {
      name: 'account.save',
      kind: 'command',
      refusals: ['TAKEN', 'NAME'],
      fields: ['id', 'discount'],
    } as const
    expect(compareWithContract(catalogue, [create, save])).toEqual([
      'account.done.save: has no words, and account.save is a command',
      'refusal.NAME: has no words, and account.save may refuse so',
      'field.name.discount: has no words, and account.save takes it',
    ])
  })

  it('is asked of every field, however deep in lists and choices', () => {
    const at = { type: 'object', properties: { day: { type: 'string' }, id: {} } }
    const schema = {
      type: 'object',
      properties: {
        id: {},
        nights: { type: 'array', items: at },
        change: { oneOf: [at, { properties: { why: {} } }] },
      },
    }
    expect(fieldsIn(schema)).toEqual(['id', 'nights', 'change', 'day', 'why'])
  })
})
