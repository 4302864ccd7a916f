import { describe, expect, test } from 'vitest'
import { createWordWatch, mappedMeaning, wordMeanings } from '#shared/domain/import/source-words.ts'
import { booking, read } from './support.ts'

const words = wordMeanings([
  { field: 'status', word: 'Held', means: 'enquiry' },
  { field: 'status', word: 'held', means: 'confirmed' },
  { field: 'status', word: 'Confirmed', means: 'enquiry' },
  { field: 'meal', word: '是', means: 'breakfast' },
  { field: 'channel', word: 'Agent X', means: 'travel-agent' },
])

describe('a word that was given a meaning', () => {
  test.each<[Parameters<typeof mappedMeaning>[1], string, string | null]>([
    ['status', 'held', 'confirmed'],
    ['status', ' HELD ', 'confirmed'],
    ['status', 'H-e-l-d', 'confirmed'],
    ['status', 'other', null],
    ['meal', '是', 'breakfast'],
    ['channel', 'agent x', 'travel-agent'],
    ['segment', '是', null],
    ['nationality', '是', null],
  ])('%s %j means %s', (field, word, means) => {
    expect(mappedMeaning(words, field, word)).toBe(means)
  })
  test('is read so, and before what it means in the trade', () => {
    const row = { status: 'HELD', meal: '是', channel: 'Agent X', rate: '1' }
    expect(read(row)).toMatchObject({ rejected: [{ reason: 'statusUnknown' }] })
    const answer = read(row, { words })
    expect(answer).toMatchObject({
      status: 'confirmed',
      booking: { status: 'confirmed', meal: 'breakfast', channel: 'travel-agent', source: {} },
      notes: [],
    })
    expect(read({ status: 'Confirmed' }, { words })).toMatchObject({ booking: { status: 'enquiry' } })
    expect(booking({ status: 'Confirmed' }).status).toBe('confirmed')
  })
})

test('unknown words are counted once however they are written, by field and how often', () => {
  const watch = createWordWatch()
  for (const word of ['Held', 'held ', 'Lost']) watch.see('status', word)
  for (const word of ['y', 'y', 'y', 'n']) watch.see('meal', word)
  watch.see('channel', 'y')
  expect(watch.unknown()).toEqual([
    { field: 'status', word: 'Held', rows: 2 },
    { field: 'status', word: 'Lost', rows: 1 },
    { field: 'meal', word: 'y', rows: 3 },
    { field: 'meal', word: 'n', rows: 1 },
    { field: 'channel', word: 'y', rows: 1 },
  ])
  for (let index = 0; index < 500; index++) watch.see('segment', `word ${index}`)
  expect(watch.unknown()).toHaveLength(200)
})
