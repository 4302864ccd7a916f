import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { KeyLayer, useKeys } from '#renderer/base/keys/use-keys.ts'
import type { GuestId } from '#shared/values/index.ts'

const GuestCard = lazy(async () => ({ default: (await import('./GuestCard.tsx')).GuestCard }))

/** A pointer that only passes by a name asks for nothing. */
const RESTS_MS = 450
const LEAVES_MS = 200

type Shown = { id: GuestId; anchor: Element; by: 'key' | 'pointer' }

/**
 * The guest card of any name on screen: by Space for the chosen row or the name in focus, by a pointer that rests on it. In a
 * field Space stays a space, on a button it presses. Up and down show that of the next row, left and right that of the next
 * guest in the row; any other key closes it.
 */
export function GuestCardHost() {
  const [shown, setShown] = useState<Shown | null>(null)
  useKeys(
    {
      Space: {
        label: 'house.card.key',
        run: (event) => {
          if (shown) return setShown(null)
          const name = nameFor(event.target)
          if (!name) return false
          setShown({ ...name, by: 'key' })
        },
      },
    },
    { place: 'everywhere' },
  )
  usePointer(setShown)
  if (!shown) return null
  return (
    <KeyLayer value={9}>
      <Card shown={shown} show={setShown} />
    </KeyLayer>
  )
}

/** The name that a key means: in the element that has the focus, or in the row that its list has chosen. */
function nameFor(target: EventTarget | null): Omit<Shown, 'by'> | null {
  if (!(target instanceof Element) || target.closest('button, summary, [role=radio], [role=checkbox]'))
    return null
  const chosen = target.getAttribute('aria-activedescendant')
  const row = chosen === null ? target.closest('[data-guest], a') : document.getElementById(chosen)
  return nameIn(row)
}

function nameIn(element: Element | null): Omit<Shown, 'by'> | null {
  const anchor = element?.matches('[data-guest]') ? element : (element?.querySelector('[data-guest]') ?? null)
  const id = Number(anchor?.getAttribute('data-guest'))
  return anchor && id > 0 ? { id: id as GuestId, anchor } : null
}

/** The names beside one in its row, each guest once: who stays in the room with them. */
function namesBeside(anchor: Element): Omit<Shown, 'by'>[] {
  const row = anchor.closest('[role=row], [role=option], li, tr')
  const byId = new Map<number, Omit<Shown, 'by'>>()
  for (const element of row?.querySelectorAll('[data-guest]') ?? []) {
    const name = nameIn(element)
    if (name && !byId.has(name.id)) byId.set(name.id, name)
  }
  return [...byId.values()]
}

/** The name that an arrow to the side means; null where there is no other in the row, or the arrow moves within a text. */
function nameAside({ key, target }: KeyboardEvent, shown: Shown): Omit<Shown, 'by'> | null {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (step === undefined || (target instanceof Element && target.closest('input, textarea'))) return null
  const names = namesBeside(shown.anchor)
  if (names.length < 2) return null
  const at = names.findIndex(({ id }) => id === shown.id)
  return names[(at + step + names.length) % names.length] ?? null
}

function usePointer(show: (next: Shown | null | ((now: Shown | null) => Shown | null)) => void): void {
  useEffect(() => {
    let timer = 0
    let at: Element | null = null
    let place = ''
    const move = ({ pointerType, target, clientX, clientY }: PointerEvent) => {
      if (pointerType !== 'mouse' || !(target instanceof Element)) return
      // What comes under a pointer that was not moved, as a list is read again, is not meant: the card would lie in the way
      const now = `${clientX} ${clientY}`
      if (now === place) return
      place = now
      const card = target.closest('.k-guest-card')
      const name = card ? null : nameIn(target.closest('[data-guest]'))
      const before = at
      at = card ?? name?.anchor ?? null
      if (at === before) return
      window.clearTimeout(timer)
      if (card) return
      if (name)
        timer = window.setTimeout(() => name.anchor.isConnected && show({ ...name, by: 'pointer' }), RESTS_MS)
      else timer = window.setTimeout(() => show((now) => (now?.by === 'pointer' ? null : now)), LEAVES_MS)
    }
    const press = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('.k-guest-card')) return
      window.clearTimeout(timer)
      show(null)
    }
    document.addEventListener('pointermove', move)
    document.addEventListener('pointerdown', press)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('pointermove', move)
      document.removeEventListener('pointerdown', press)
    }
  }, [show])
}

function Card({ shown, show }: { shown: Shown; show: (next: Shown | null) => void }) {
  useKeys({ Esc: { label: 'keys.leave', run: () => show(null), inText: true } })
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key === ' ' ||
        event.key === 'Escape' ||
        ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
      )
        return
      const aside = nameAside(event, latest.current)
      if (aside) {
        event.preventDefault()
        event.stopPropagation()
        return show({ ...aside, by: 'key' })
      }
      const moves = latest.current.by === 'key' && /^(Arrow|Page|Home|End)/.test(event.key)
      if (!moves) return show(null)
      // The list has moved its choice by then
      requestAnimationFrame(() => {
        const name = nameFor(document.activeElement)
        show(name && { ...name, by: 'key' })
      })
    }
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [show])
  return (
    <Suspense fallback={null}>
      <GuestCard
        key={shown.id}
        id={shown.id}
        anchor={shown.anchor}
        beside={namesBeside(shown.anchor).length > 1}
      />
    </Suspense>
  )
}
