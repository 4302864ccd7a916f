/** How a hotel closes its day. */
export const heldArrivalWays = ['ask', 'cancel', 'no-show'] as const
/** What becomes of an arrival without a guarantee whose hold has ended: the desk is asked, or the close does it. */
export type HeldArrivalWay = (typeof heldArrivalWays)[number]

export const morningFormats = ['none', 'csv', 'xlsx', 'pdf'] as const
export type MorningFormat = (typeof morningFormats)[number]

export type CloseSettings = {
  heldArrivals: HeldArrivalWay
  /** Not before this time of the business date (HH:MM; of the small hours: of the next day); null: at any time. */
  earliest: string | null
  /** Where the lists of the morning are written, and as what. */
  folder: string
  format: MorningFormat
}

/** What holds until a hotel says otherwise. */
export const usualCloseSettings: CloseSettings = {
  heldArrivals: 'ask',
  earliest: '18:00',
  folder: '',
  format: 'none',
}
