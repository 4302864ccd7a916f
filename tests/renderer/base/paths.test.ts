import { describe, expect, it } from 'vitest'
import { bySpecificity, href, matchPath, paths, queryText } from '#renderer/base/route/paths.ts'

describe('addresses', () => {
  it('are made from a pattern and its parameters', () => {
    expect(href(paths.guest, { id: 12 })).toBe('/guests/12')
    expect(href(paths.guests)).toBe('/guests')
    expect(href(paths.guests, undefined, { text: '王', tier: undefined, tag: '' })).toBe(
      '/guests?text=%E7%8E%8B',
    )
    expect(href(paths.settingsSection, { section: 'room types' })).toBe('/settings/room%20types')
  })

  it('give the parameters back', () => {
    expect(matchPath(paths.guest, '/guests/12')).toEqual({ id: '12' })
    expect(matchPath(paths.guest, '/guests/12/')).toEqual({ id: '12' })
    expect(matchPath(paths.settingsSection, '/settings/room%20types')).toEqual({ section: 'room types' })
    expect(matchPath(paths.guest, '/guests')).toBeNull()
    expect(matchPath(paths.guest, '/guests/12/more')).toBeNull()
    expect(matchPath(paths.guest, '/guests/%E0%A4%A')).toBeNull()
  })

  it('find a fixed word before a parameter', () => {
    const ordered = Object.values(paths).toSorted(bySpecificity)
    const first = (path: string) => ordered.find((pattern) => matchPath(pattern, path))
    expect(first('/bookings/new')).toBe(paths.newBooking)
    expect(first('/bookings/7')).toBe(paths.booking)
    expect(first('/settings/users')).toBe(paths.settingsSection)
  })

  it('leave empty query values out', () => {
    expect(queryText({})).toBe('')
    expect(queryText({ a: 0, b: null })).toBe('?a=0')
  })
})
