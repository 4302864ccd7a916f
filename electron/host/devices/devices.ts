import type { z } from 'zod'
import type { Adapter, Devices } from '#core/kernel/devices.ts'
import {
  aboutAdapter,
  adapterProtocol,
  documentRead,
  keyRead,
  keysMade,
  nothingMore,
} from '#shared/contract/adapter.ts'
import type { DeviceCode } from '#shared/domain/device/device.ts'
import { isRefused, type Refused, refuse } from '#shared/values/index.ts'
import { type AdapterEntry, type AdapterPlace, findAdapters } from './adapters.ts'
import { type Asked, askAdapter, type Failed } from './ask.ts'
import { createScans, type ScanTimes, usualScanTimes } from './scans.ts'

export type DeviceTimes = ScanTimes & {
  aboutMs: number
  /** A guest takes a passport out of a bag meanwhile. */
  readMs: number
  /** For each card: the clerk lays one after the other. */
  cardMs: number
  printMs: number
}
export const usualDeviceTimes: DeviceTimes = {
  ...usualScanTimes,
  aboutMs: 2_000,
  readMs: 20_000,
  cardMs: 20_000,
  printMs: 15_000,
}

type Place = { place: AdapterPlace; device: string }

/** The devices of this machine, by the adapters whose files are in a folder. */
export function createDevices(folder: string, times: DeviceTimes = usualDeviceTimes): Devices {
  const scans = createScans(times)
  const ends = new AbortController()

  async function placeOf(ref: string): Promise<Place | Refused<DeviceCode>> {
    const [id, device = ''] = ref.split('/')
    const found = (await findAdapters(folder)).find((one) => one.id === id)
    return found && 'base' in found ? { place: found, device } : refuse('DEVICE_AWAY')
  }
  async function ask<S extends z.ZodType>(
    ref: string,
    path: (device: string) => string,
    answer: S,
    asked: Omit<Asked, 'signal'>,
  ): Promise<z.output<S> | Failed> {
    const at = await placeOf(ref)
    if ('refusal' in at) return at
    return askAdapter(at.place, path(at.device), answer, { ...asked, signal: ends.signal })
  }

  return {
    look: async () =>
      Promise.all((await findAdapters(folder)).map((found) => lookAt(found, times.aboutMs, ends.signal))),
    read: (reader) =>
      ask(reader, (device) => `readers/${device}/read`, documentRead, {
        body: { waitMs: times.readMs - 1_000 },
        timeoutMs: times.readMs,
      }),
    nextScan: async (reader) => {
      const at = await placeOf(reader)
      return 'refusal' in at ? at : scans.next(at.place, at.device)
    },
    encode: async (encoder, order) => {
      const made = await ask(encoder, (device) => `encoders/${device}/encode`, keysMade, {
        body: order,
        timeoutMs: times.cardMs * Math.max(1, order.keys),
      })
      if (!isRefused(made)) return { made: made.made, trouble: null }
      const { made: before = 0, ...refused } = made as Failed
      return before > 0 ? { made: before, trouble: refused.refusal.code } : (refused as Refused<DeviceCode>)
    },
    readKey: (encoder) =>
      ask(encoder, (device) => `encoders/${device}/read-key`, keyRead, { timeoutMs: times.cardMs }),
    eraseKey: (encoder) =>
      ask(encoder, (device) => `encoders/${device}/erase-key`, nothingMore, { timeoutMs: times.cardMs }),
    print: (printer, title, pdf) =>
      ask(printer, (device) => `printers/${device}/print`, nothingMore, {
        body: { title, mediaType: 'application/pdf', content: Buffer.from(pdf).toString('base64') },
        timeoutMs: times.printMs,
      }),
    close: () => {
      ends.abort()
      scans.close()
    },
  }
}

async function lookAt(found: AdapterEntry, timeoutMs: number, signal: AbortSignal): Promise<Adapter> {
  const { id, name } = found
  const nothing = { id, name, version: '', devices: [] }
  if ('trouble' in found) return { ...nothing, trouble: found.trouble }
  const about = await askAdapter(found, 'about', aboutAdapter, { method: 'GET', timeoutMs, signal })
  if ('refusal' in about) return { ...nothing, trouble: about.refusal.code }
  const trouble = about.protocol === adapterProtocol ? null : 'DEVICE_OTHER_VERSION'
  return { id, name: about.name, version: about.version, trouble, devices: trouble ? [] : about.devices }
}
