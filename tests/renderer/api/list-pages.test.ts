import { describe, expect, it } from 'vitest'
import { isBehind, staysAsIs, stitched } from '#renderer/api/list-pages.ts'

const page = (ids: number[], next: string | null = 'next') => ({ rows: ids.map((id) => ({ id })), next })
const ids = (of: { rows: unknown[] }) => of.rows.map((row) => (row as { id: number }).id)

describe('a long list after a change', () => {
  const pages = Array.from({ length: 40 }, (_, at) => page([at * 3, at * 3 + 1, at * 3 + 2]))
  const read = (seen: { first: number; last: number }) =>
    pages.flatMap((_, at) => (staysAsIs(pages, at, seen) ? [] : [at]))

  it('reads the first page and what is on screen again, and no more', () => {
    expect(read({ first: 60, last: 65 })).toEqual([0, 20, 21])
  })

  it('knows when what was left out comes in sight, until it was read', () => {
    read({ first: 60, last: 65 })
    expect(isBehind(pages, { first: 60, last: 65 })).toBe(false)
    expect(isBehind(pages, { first: 63, last: 70 })).toBe(true)
    read({ first: 63, last: 70 })
    expect(isBehind(pages, { first: 63, last: 70 })).toBe(false)
  })

  it('reads a short one whole', () => {
    const short = pages.slice(0, 3)
    expect(short.map((_, at) => staysAsIs(short, at, { first: 0, last: 1 }))).toEqual([false, false, false])
  })
})

describe('a page read again between others that stay', () => {
  it.each([
    ['nothing moved', [1, 2, 3], [1, 2, 3], [1, 2, 3]],
    ['one came in', [1, 2, 3], [1, 9, 2], [1, 9, 2, 3]],
    ['one went', [1, 2, 3], [1, 3, 4], [1, 3]],
    ['one came in first of all', [1, 2, 3], [9, 1, 2], [9, 1, 2, 3]],
    ['all are new', [1, 2, 3], [7, 8, 9], [7, 8, 9, 1, 2, 3]],
  ])('%s', (_what, before, fresh, together) => {
    const made = stitched(page(before, 'old'), page(fresh, 'other'))
    expect(ids(made)).toEqual(together)
    expect(made.next).toBe('old')
  })
})
