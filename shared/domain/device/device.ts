/** Readers, key encoders and printers of a desk, which an adapter on the same machine drives. */

export const deviceKinds = ['reader', 'encoder', 'printer'] as const
export type DeviceKind = (typeof deviceKinds)[number]

export const deviceStates = ['ready', 'busy', 'away', 'trouble'] as const
export type DeviceState = (typeof deviceStates)[number]

/** What an adapter may answer instead of doing what it was asked: the closed codes of docs/DEVICES.md. */
export const adapterCodes = [
  'UNKNOWN_DEVICE',
  'NOT_ALLOWED',
  'NOT_READY',
  'BUSY',
  'NO_DOCUMENT',
  'UNREADABLE',
  'NO_CARD',
  'OUT_OF_CARDS',
  'FOREIGN_CARD',
  'OUT_OF_PAPER',
  'UNSUPPORTED',
  'FAILED',
] as const
export type AdapterCode = (typeof adapterCodes)[number]

/** Why a device did not do what it was asked: what its adapter says, or what became of the adapter. */
export const deviceCodes = [
  'DEVICE_NOT_CHOSEN',
  'DEVICE_AWAY',
  'DEVICE_SLOW',
  'DEVICE_GARBLED',
  'DEVICE_OTHER_VERSION',
  'DEVICE_UNKNOWN_DEVICE',
  'DEVICE_NOT_ALLOWED',
  'DEVICE_NOT_READY',
  'DEVICE_BUSY',
  'DEVICE_NO_DOCUMENT',
  'DEVICE_UNREADABLE',
  'DEVICE_NO_CARD',
  'DEVICE_OUT_OF_CARDS',
  'DEVICE_FOREIGN_CARD',
  'DEVICE_OUT_OF_PAPER',
  'DEVICE_UNSUPPORTED',
  'DEVICE_FAILED',
] as const
export type DeviceCode = (typeof deviceCodes)[number]

/** Why an adapter's file is not used. */
export const adapterFileCodes = ['FILE_UNREADABLE', 'FILE_WRONG', 'NOT_LOOPBACK', 'SECRET_SHORT'] as const
export type AdapterFileCode = (typeof adapterFileCodes)[number]

/** Which devices a desk uses, each as `adapter/device`; empty: none. */
export type DeskDevices = { workstation: string; reader: string; encoder: string; printer: string }

/** What a device is called in settings: its adapter and its own id there. */
export const deviceRef = /^[a-z0-9][a-z0-9-]{0,39}\/[A-Za-z0-9][\w.-]{0,59}$/

/** The machine that a desk is at: window and browser on one machine have the same devices. */
export function deskOf(workstation: string): string {
  return workstation.split('/')[0] ?? workstation
}

/** How a paper is asked for: as a page, as a PDF, or on the printer of this desk, which leaves no file. */
export const paperFormats = ['html', 'pdf', 'printer'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** How many keys one order makes. */
export const maxKeys = 20
