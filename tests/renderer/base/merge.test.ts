import { describe, expect, it } from 'vitest'
import { differing, rebased, theirsOf } from '#renderer/base/drafts/merge.ts'

describe('an edit of what others change too', () => {
  const base = { code: 'DLX', name: 'Deluxe', rate: '1' }
  const edit = { base, version: 1, typed: { ...base, name: 'Deluxe King' } }
  const fresh = { ...base, rate: '2' }

  it('keeps what was typed and takes over what others changed elsewhere', () => {
    expect(theirsOf(edit, fresh, 2, 'fields')).toEqual({ versions: 1, fields: ['rate'] })
    expect(rebased(edit, fresh)).toEqual({ code: 'DLX', name: 'Deluxe King', rate: '2' })
    expect(differing(base, base)).toEqual([])
  })

  it('goes on where others changed and changed back, but an act on the whole record does not', () => {
    expect(theirsOf(edit, base, 3, 'fields')).toBeNull()
    expect(theirsOf(edit, base, 3, 'opened')).toBeNull()
    expect(theirsOf(edit, base, 3, 'record')).toEqual({ versions: 2, fields: [] })
    expect(theirsOf(edit, base, 1, 'record')).toBeNull()
  })

  it('compares values where the record has no version of its own', () => {
    expect(theirsOf({ base, version: null }, base, undefined, 'opened')).toBeNull()
    expect(theirsOf({ base, version: null }, fresh, undefined, 'opened')?.fields).toEqual(['rate'])
  })
})
