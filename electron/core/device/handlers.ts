import { works } from '../kernel/handler.ts'
import { desk, saveDesk } from './desk.ts'
import { nextScan, readFromReader } from './documents.ts'
import { encodeKeys, eraseKey, readKey } from './keys.ts'
import { tryPrinter } from './papers.ts'

export const deviceHandlers = {
  'device.desk': desk,
  'device.list': works('device.list', (ctx) => ctx.devices.look()),
  'device.saveDesk': saveDesk,
  'device.readDocument': readFromReader,
  'device.nextScan': nextScan,
  'device.encodeKeys': encodeKeys,
  'device.readKey': readKey,
  'device.eraseKey': eraseKey,
  'device.tryPrinter': tryPrinter,
}
