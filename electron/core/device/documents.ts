import { isRefused } from '#shared/values/index.ts'
import { works } from '../kernel/handler.ts'
import { deviceOf } from './desk.ts'

/** What a reader answers goes to the page that asked, as a scan by keyboard would: it is in no receipt and no log. */
export const readFromReader = works('device.readDocument', async (ctx) => {
  const reader = await deviceOf(ctx.store.reader, ctx, 'reader')
  return typeof reader === 'string' ? ctx.devices.read(reader) : reader
})

export const nextScan = works('device.nextScan', async (ctx) => {
  const reader = await deviceOf(ctx.store.reader, ctx, 'reader')
  if (typeof reader !== 'string') return reader
  const scan = await ctx.devices.nextScan(reader)
  if (scan !== null && isRefused(scan)) return scan
  return { text: scan?.text ?? null }
})
