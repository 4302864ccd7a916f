import { afterEach, describe, expect, it, vi } from 'vitest'
import { isComposing, onEnter, watchComposition } from '#renderer/base/keys/ime.ts'
import { keyName } from '#renderer/base/keys/key-name.ts'
import { activeKeys, addScope, type Bindings, pressKey, type Scope } from '#renderer/base/keys/registry.ts'
import { watchTyping } from '#renderer/base/keys/typing.ts'

type Given = { key: string } & Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>>

function press(given: Given & Partial<KeyboardEvent>): KeyboardEvent {
  return {
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: false,
    keyCode: 0,
    timeStamp: 10_000,
    defaultPrevented: false,
    target: null,
    preventDefault: vi.fn(),
    ...given,
  } as unknown as KeyboardEvent
}

const off: (() => void)[] = []
afterEach(() => {
  for (const take of off.splice(0)) take()
})

function bind(bindings: Record<string, () => unknown>, more: Partial<Scope> = {}): void {
  const full: Bindings = Object.fromEntries(
    Object.entries(bindings).map(([key, run]) => [key, { label: 'keys.back' as const, run }]),
  )
  off.push(addScope({ bindings: full, place: 'screen', depth: 0, ...more }))
}

describe('the name of a key', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, 'Ctrl+K'],
    [{ key: 'k', metaKey: true }, 'Ctrl+K'],
    [{ key: 'F9' }, 'F9'],
    [{ key: 'F1', ctrlKey: true }, 'Ctrl+F1'],
    [{ key: 'Escape' }, 'Esc'],
    [{ key: 'ArrowDown', shiftKey: true }, 'Shift+Down'],
    [{ key: '+', shiftKey: true }, '+'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
  ] satisfies [Given, string][])('%o is %s', (given, name) => {
    expect(keyName(press(given))).toBe(name)
  })
})

describe('a pressed key', () => {
  it('acts once while a letter or digit is held, again and again while an arrow is', () => {
    const run = vi.fn()
    const below = vi.fn()
    bind({ Y: below, '1': below, Down: below })
    bind({ Y: run, '1': run, Down: run })
    for (const key of ['y', '1', 'ArrowDown']) {
      expect(pressKey(press({ key }))).toBe(true)
      expect(pressKey(press({ key, repeat: true }))).toBe(true)
    }
    expect(run).toHaveBeenCalledTimes(4)
    expect(below).not.toHaveBeenCalled()
  })

  it('goes to what was mounted last', () => {
    const low = vi.fn()
    const high = vi.fn()
    bind({ F9: low })
    bind({ F9: high })
    expect(pressKey(press({ key: 'F9' }))).toBe(true)
    expect(high).toHaveBeenCalledOnce()
    expect(low).not.toHaveBeenCalled()
  })

  it('goes on to the scope below when the top one says it is not its own', () => {
    const low = vi.fn()
    bind({ Esc: low })
    bind({ Esc: () => false })
    pressKey(press({ key: 'Escape' }))
    expect(low).toHaveBeenCalledOnce()
  })

  it('does not pass a modal layer, even where the layer does not know it', () => {
    const screen = vi.fn()
    bind({}, { depth: 5, modal: true })
    bind({ F9: screen })
    expect(pressKey(press({ key: 'F9' }))).toBe(false)
    expect(screen).not.toHaveBeenCalled()
  })

  it('of the screen does nothing under a drawer, whose own and the frame’s act on', () => {
    const [screen, drawer, within, frame] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()]
    bind({ F1: frame, F7: frame, 'Ctrl+Z': frame }, { place: 'everywhere', depth: -1 })
    bind({ T: screen, F7: screen, 'Ctrl+Enter': screen })
    bind({ 'Ctrl+F': within }, { depth: 2 })
    bind({ 'Ctrl+Enter': drawer }, { depth: 2, modal: 'screen' })
    const given = press({ key: 't' })
    expect(pressKey(given)).toBe(false)
    expect(given.preventDefault).toHaveBeenCalled()
    pressKey(press({ key: 'F7' }))
    expect(screen).not.toHaveBeenCalled()
    expect(frame).not.toHaveBeenCalled()
    for (const key of ['Enter', 'f', 'z']) pressKey(press({ key, ctrlKey: true }))
    pressKey(press({ key: 'F1' }))
    expect([drawer, within, frame].map((run) => run.mock.calls.length)).toEqual([1, 1, 2])
    expect(activeKeys().map((one) => one.key)).toEqual(['Ctrl+Enter', 'Ctrl+F', 'F1', 'Ctrl+Z'])
  })

  it('leaves the frame’s keys below those of the screen', () => {
    const frame = vi.fn()
    const screen = vi.fn()
    bind({ Esc: screen })
    bind({ Esc: frame }, { place: 'everywhere', depth: -1 })
    pressKey(press({ key: 'Escape' }))
    expect(screen).toHaveBeenCalledOnce()
    expect(frame).not.toHaveBeenCalled()
  })

  it('does nothing while an input method composes', () => {
    const run = vi.fn()
    bind({ Enter: run, F9: run, Esc: run })
    pressKey(press({ key: 'Enter', isComposing: true }))
    pressKey(press({ key: 'F9', keyCode: 229 }))
    pressKey(press({ key: 'Escape', isComposing: true }))
    expect(run).not.toHaveBeenCalled()
  })

  it('undoes the last act from a field that saving emptied, and leaves a field its own undo', () => {
    class Field extends EventTarget {
      value = ''
      matches = () => true
    }
    vi.stubGlobal('Element', Field)
    vi.stubGlobal('HTMLElement', Field)
    const undo = vi.fn()
    bind({ 'Ctrl+Z': undo })
    const note = new Field()
    off.push(watchTyping(note))
    const type = (text: string) => {
      note.value = text
      note.dispatchEvent(new Event('input'))
    }
    const pressed = () => pressKey(press({ key: 'z', ctrlKey: true, target: note }))
    type('Prefers the quiet side.')
    expect(pressed()).toBe(false)
    note.value = ''
    expect(pressed()).toBe(true)
    // Emptied by hand: the text comes back, and no booking goes
    type('')
    expect(pressed()).toBe(false)
    note.dispatchEvent(new Event('focusin'))
    expect(pressed()).toBe(true)
    expect(undo).toHaveBeenCalledTimes(2)
  })

  it('is shown once in the list of keys', () => {
    bind({ F9: vi.fn() })
    bind({ F9: vi.fn(), F7: vi.fn() })
    expect(activeKeys().map((one) => one.key)).toEqual(['F9', 'F7'])
  })
})

describe('composition', () => {
  it('holds from compositionstart until shortly after compositionend', () => {
    const target = new EventTarget()
    off.push(watchComposition(target))
    target.dispatchEvent(new Event('compositionstart'))
    expect(isComposing({ timeStamp: 0 })).toBe(true)
    const end = new Event('compositionend')
    target.dispatchEvent(end)
    // The Enter that chose the word arrives a few milliseconds later on some systems
    expect(isComposing({ timeStamp: end.timeStamp + 5 })).toBe(true)
    expect(isComposing({ timeStamp: end.timeStamp + 500 })).toBe(false)
  })

  it('keeps Enter from a handler made by onEnter, and Shift+Enter is left to the field', () => {
    const act = vi.fn()
    const handler = onEnter(act)
    handler(press({ key: 'Enter', isComposing: true }))
    handler(press({ key: 'Enter', keyCode: 229 }))
    handler(press({ key: 'Enter', shiftKey: true }))
    handler(press({ key: 'a' }))
    expect(act).not.toHaveBeenCalled()
    handler(press({ key: 'Enter' }))
    expect(act).toHaveBeenCalledOnce()
  })
})
