import type { CloseSettings, HeldArrivalWay, MorningFormat } from '#shared/domain/audit/settings.ts'
import { imageStore } from '../image-store.ts'

/** The one row of settings. */
export const storedCloseSettings = imageStore(
  'close_settings',
  (row): CloseSettings => ({
    heldArrivals: row.held_arrivals as HeldArrivalWay,
    earliest: row.earliest,
    folder: row.folder,
    format: row.format as MorningFormat,
  }),
  ({ heldArrivals, ...same }) => ({ ...same, held_arrivals: heldArrivals }),
)
