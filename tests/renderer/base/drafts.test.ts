import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftStore, type Shelf } from '#renderer/base/drafts/store.ts'

function shelf(room = Number.POSITIVE_INFINITY): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      const used = [...kept].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0)
      if (used + value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('drafts', () => {
  it('come back in a new window after a flush, as on closing', () => {
    const box = shelf()
    const first = draftStore(box, 'Hotel/lina')
    first.write('guest:1:note', '需要婴儿床')
    first.flush()
    expect(draftStore(box, 'Hotel/lina').read('guest:1:note')).toBe('需要婴儿床')
  })

  it('are on the shelf a quarter of a second after typing, so that a crash loses no more', () => {
    const box = shelf()
    draftStore(box, 'Hotel/lina').write('note', 'half a sent')
    expect(box.kept.size).toBe(0)
    vi.advanceTimersByTime(250)
    expect(draftStore(box, 'Hotel/lina').read('note')).toBe('half a sent')
  })

  it('belong to one hotel and one user', () => {
    const box = shelf()
    const mine = draftStore(box, 'Hotel/lina')
    mine.write('note', 'mine')
    mine.flush()
    expect(draftStore(box, 'Hotel/ada').read('note')).toBeUndefined()
    expect(draftStore(box, 'Other/lina').read('note')).toBeUndefined()
  })

  it('are gone once cleared, also when the write was still waiting', () => {
    const box = shelf()
    const store = draftStore(box, 'Hotel/lina')
    store.write('note', 'text')
    store.clear('note')
    store.flush()
    expect(store.read('note')).toBeUndefined()
    expect(box.kept.size).toBe(0)
  })

  it('are let go after thirty days', () => {
    const box = shelf()
    let now = Date.UTC(2026, 0, 1)
    const store = draftStore(box, 'Hotel/lina', () => now)
    store.write('note', 'old')
    store.flush()
    now += 31 * 86_400_000
    expect(draftStore(box, 'Hotel/lina', () => now).read('note')).toBeUndefined()
  })

  it('make room on a full shelf, newest text first, and never throw', () => {
    const box = shelf(120)
    const store = draftStore(box, 'Hotel/lina')
    store.write('old', 'x'.repeat(70))
    store.flush()
    store.write('new', 'y'.repeat(70))
    expect(() => store.flush()).not.toThrow()
    expect(store.read('new')).toBe('y'.repeat(70))
    store.write('huge', 'z'.repeat(500))
    expect(() => store.flush()).not.toThrow()
  })

  it('survive a damaged entry', () => {
    const box = shelf()
    box.kept.set('keyrack:draft:Hotel/lina:note', '{"at":')
    expect(draftStore(box, 'Hotel/lina').read('note')).toBeUndefined()
  })
})
