import { beforeEach, describe, expect, it, vi } from 'vitest'

type Step = { state: unknown; address: string }

/** The part of a browser's window that the route uses; `refuse` makes its history refuse every further step. */
function browserWindow(start: string) {
  const steps: Step[] = []
  let refusing = false
  const take = (state: unknown, _title: string, address: string) => {
    if (refusing) throw new DOMException('too many steps', 'SecurityError')
    steps.push({ state, address })
  }
  return {
    steps,
    refuse: () => {
      refusing = true
    },
    location: { href: `http://127.0.0.1${start}` },
    history: { state: null, pushState: take, replaceState: take },
    addEventListener: () => {},
  }
}

async function routeAt(start: string) {
  const window = browserWindow(start)
  vi.stubGlobal('window', window)
  vi.resetModules()
  return { window, ...(await import('#renderer/base/route/route.tsx')) }
}

beforeEach(() => {
  vi.unstubAllGlobals()
})

describe('the address', () => {
  it('gives back what was typed, spaces at the end and Chinese too', async () => {
    const { setQuery, getLocation, window } = await routeAt('/guests?tier=gold')
    setQuery({ text: '张 wei ' })
    expect(getLocation().query).toEqual({ tier: 'gold', text: '张 wei ' })
    expect(window.steps).toEqual([{ state: { key: 0 }, address: '/guests?tier=gold&text=%E5%BC%A0+wei+' }])
  })

  it('counts its steps, but those taken in place', async () => {
    const { go, getLocation } = await routeAt('/guests')
    go('/guests/12')
    go('/guests/13', { replace: true })
    go('/guests/13')
    expect(getLocation()).toMatchObject({ path: '/guests/13', key: 1 })
  })

  it('goes on where the browser refuses one more step, as it does while a key is held', async () => {
    const { setQuery, getLocation, window } = await routeAt('/guests')
    window.refuse()
    setQuery({ text: 'wwwwwww' })
    expect(getLocation()).toMatchObject({ path: '/guests', query: { text: 'wwwwwww' } })
  })

  it('hands the same query to whoever asks until it changes', async () => {
    const { go, getLocation } = await routeAt('/guests?text=wei')
    const { query } = getLocation()
    go('/guests?text=wei')
    expect(getLocation().query).toBe(query)
  })
})
