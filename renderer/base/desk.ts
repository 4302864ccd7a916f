import { useMemo } from 'react'
import { create } from 'zustand'
import type { OutputOf } from '#shared/contract/index.ts'
import { allows, type Right } from '#shared/domain/access/rights.ts'
import type { Language } from '#shared/i18n/types.ts'

export type User = NonNullable<OutputOf<'access.session'>>['user']

/** The last command that was done here, for the status line; `undone` once its inverse is written. */
export type LastDone = {
  /** Worded when it is shown, so that it follows a switch of language. */
  words: (language: Language) => string
  change: number | null
  undoable: boolean
  undone: boolean
  wrong?: boolean
  /** It was typed text that was dropped: its undo brings it back. */
  bringBack?: () => void
}

type Desk = {
  /**
   * `setup`: no administrator yet. `locked`: nothing of the hotel is in the page until somebody signs in. `not-let-in`: the
   * host answers, but not to this browser.
   */
  phase: 'starting' | 'unreachable' | 'not-let-in' | 'setup' | 'sign-in' | 'in' | 'locked'
  /** Why nobody is signed in any more: somebody locked the desk, the host ended the session, or it was restarted. */
  lockedBy: 'desk' | 'ended' | 'restarted'
  hotelName: string
  user: User | null
  connection: 'live' | 'lost' | 'none'
  lastDone: LastDone | null
  overlay: 'none' | 'palette' | 'keys' | 'all-keys'
}

/** What the frame knows beyond the store: who sits here and what just happened. Screens read, the frame writes. */
export const useDesk = create<Desk>(() => ({
  phase: 'starting',
  lockedBy: 'ended',
  hotelName: '',
  user: null,
  connection: 'none',
  lastDone: null,
  overlay: 'none',
}))

/** The signed-in user; for components inside the frame, where there always is one. */
export function useUser(): User {
  const user = useDesk((desk) => desk.user)
  if (!user) throw new Error('no user: used outside of the frame')
  return user
}

/** Asks for a right; without one it asks for nothing but a user. */
export type May = (needed?: Right | 'signed-in') => boolean

/** What these rights allow. */
export function mayWith({ rights }: Pick<User, 'rights'>): May {
  return (needed = 'signed-in') => allows(rights, needed)
}

/** Whether the signed-in user may do something: screens offer only that. The core refuses anything else anyway. */
export function useMay(): May {
  const user = useUser()
  return useMemo(() => mayWith(user), [user])
}
