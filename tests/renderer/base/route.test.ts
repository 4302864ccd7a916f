import { beforeEach, describe, expect, it, test, vi } from 'vitest'

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
    history: { state: null as unknown, pushState: take, replaceState: take },
    addEventListener: (kind: string, listener: () => void) => {
      if (kind === 'popstate') stepBack = listener
    },
  }
}

let stepBack: () => void = () => {}

/** The tab's own storage, which a reload leaves. */
function tabStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}

async function routeAt(start: string, storage = tabStorage()) {
  const window = browserWindow(start)
  vi.stubGlobal('window', window)
  vi.stubGlobal('sessionStorage', storage)
  vi.resetModules()
  const typed = await import('#renderer/base/route/typed.ts')
  return { window, storage, ...typed, ...(await import('#renderer/base/route/route.tsx')) }
}

beforeEach(() => {
  vi.unstubAllGlobals()
})

describe('the address', () => {
  it('gives back a query, spaces at the end and Chinese too', async () => {
    const { setQuery, getLocation, window } = await routeAt('/guests?tier=gold')
    setQuery({ tag: '常 客 ' })
    expect(getLocation().query).toEqual({ tier: 'gold', tag: '常 客 ' })
    const address = '/guests?tier=gold&tag=%E5%B8%B8+%E5%AE%A2+'
    expect(window.steps).toEqual([{ state: { key: 0, turn: 0 }, address }])
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
    setQuery({ tag: 'wwwwwww' })
    expect(getLocation()).toMatchObject({ path: '/guests', query: { tag: 'wwwwwww' } })
  })

  it('hands the same query to whoever asks until it changes', async () => {
    const { go, getLocation } = await routeAt('/guests?tier=gold')
    const { query } = getLocation()
    go('/guests?tier=gold')
    expect(getLocation().query).toBe(query)
  })
})

describe('what is typed', () => {
  it('is in no address and no step of the history, and is there again after a reload', async () => {
    const { go, setTyped, setQuery, typedBy, window, storage } = await routeAt('/guests')
    typedBy('ada')
    go('/guests?tier=gold')
    setTyped({ text: 'C01X00T47' })
    setQuery({ tier: 'silver' })
    expect(JSON.stringify(window.steps)).not.toContain('C01X00T47')
    const again = await routeAt('/guests?tier=silver', storage)
    expect(again.getLocation().typed).toEqual({})
    expect(again.typedAt(1)).toEqual({ text: 'C01X00T47' })
  })

  it('belongs to its step: another one begins empty, going back finds it', async () => {
    const { go, setTyped, getLocation, window } = await routeAt('/guests')
    setTyped({ text: 'wei' })
    go('/guests/12')
    expect(getLocation().typed).toEqual({})
    window.history.state = { key: 0, turn: 0 }
    stepBack()
    expect(getLocation()).toMatchObject({ path: '/guests', typed: { text: 'wei' } })
    go('/guests')
    expect(getLocation()).toMatchObject({ path: '/guests', key: 1, typed: {} })
    setTyped({ text: 'li' })
    setTyped({ text: '' })
    expect(getLocation().typed).toEqual({})
  })

  it('is taken off the tab at lock, comes back to the same user and to nobody else', async () => {
    const { setTyped, typedBy, hideTyped, getLocation, storage } = await routeAt('/guests')
    typedBy('ada')
    setTyped({ text: 'wei' })
    expect([...storage.kept.values()].join()).toContain('wei')
    hideTyped()
    expect([...storage.kept.values()].join()).not.toContain('wei')
    typedBy('ada')
    expect(getLocation().typed).toEqual({ text: 'wei' })
    hideTyped()
    typedBy('bo')
    expect(getLocation().typed).toEqual({})
    typedBy('ada')
    expect(getLocation().typed).toEqual({})
    expect([...storage.kept.values()].join()).not.toContain('wei')
  })
})

describe('another user’s turn', () => {
  it('begins at the beginning, and no step leads back to what the last one looked at', async () => {
    const { go, startOver, getLocation, window } = await routeAt('/guests')
    go('/guests/12')
    const theirs = window.steps.at(-1)?.state
    startOver()
    expect(getLocation()).toMatchObject({ path: '/', key: 0 })
    go('/today')
    window.history.state = theirs
    window.location.href = 'http://127.0.0.1/guests/12'
    stepBack()
    expect(getLocation()).toMatchObject({ path: '/', key: 0 })
  })
})

test('a step to another path is heard before anything is drawn there; what is typed and filtered is no step', async () => {
  const route = await routeAt('/guests')
  const heard: string[] = []
  route.listenToSteps(({ path }) => void heard.push(`${path} ${route.getLocation().path}`))
  route.setTyped({ text: 'wang' })
  route.setQuery({ tier: 'gold' })
  route.go('/today')
  route.go('/today?sort=room')
  expect(heard).toEqual(['/today /today'])
})
