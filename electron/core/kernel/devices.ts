import type { AdapterFileCode, DeviceCode, DeviceKind, DeviceState } from '#shared/domain/device/device.ts'
import { type Refused, refuse } from '#shared/values/index.ts'

export type Answer<T> = Promise<T | Refused<DeviceCode>>

/** A key as it is ordered, with times on the hotel's own clock: `2026-03-02T14:00`. */
export type KeyOrder = { room: string; from: string; until: string; keys: number; job: string }
export type KeyOnCard = { room: string; from: string; until: string }

export type Device = {
  id: string
  kind: DeviceKind
  name: string
  state: DeviceState
  /** Blank cards that are left, where the encoder knows. */
  cards: number | null
}
export type Adapter = {
  id: string
  name: string
  version: string
  /** Why nothing of it can be used; null: it answers. */
  trouble: DeviceCode | AdapterFileCode | null
  devices: Device[]
}

/** The devices of this machine, each named `adapter/device`. A host's affair: the core talks over no socket. */
export type Devices = {
  /** Every adapter that is set up here, and what it says of its devices now. */
  look: () => Promise<Adapter[]>
  /** Waits until a document is laid on the reader. */
  read: (reader: string) => Answer<{ text: string }>
  /** Waits a while for what the reader pushes by itself; null: nothing came, or somebody else waits by now. */
  nextScan: (reader: string) => Answer<{ text: string } | null>
  /** Makes keys; the same job again makes none. What stopped it is told beside those that were made. */
  encode: (encoder: string, order: KeyOrder) => Answer<{ made: number; trouble: DeviceCode | null }>
  readKey: (encoder: string) => Answer<KeyOnCard>
  eraseKey: (encoder: string) => Answer<object>
  print: (printer: string, title: string, pdf: Uint8Array) => Answer<object>
  /** Ends what waits. */
  close: () => void
}

const away = async () => refuse('DEVICE_AWAY')

/** Where the host has none to offer. */
export const noDevices: Devices = {
  look: async () => [],
  read: away,
  nextScan: away,
  encode: away,
  readKey: away,
  eraseKey: away,
  print: away,
  close: () => undefined,
}
