import type { AppEvent } from '#shared/contract/index.ts'

export type Listener = (event: AppEvent) => void
export type Events = { on: (listener: Listener) => () => void; send: (event: AppEvent) => void }

/** A plain list of listeners; one that throws does not keep the others from hearing. */
export function createEvents(onError: (error: unknown) => void): Events {
  const listeners = new Set<Listener>()
  return {
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: (event) => {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          onError(error)
        }
      }
    },
  }
}
