import { json, type Kind, object } from './image-kind.ts'

/** Closes of business dates, without where they have got to, and how they are done. */
export const auditKinds: readonly Kind[] = [
  {
    entity: 'close',
    table: 'closes',
    text: object({
      businessDate: 'business_date',
      status: 'status',
      startedBy: 'started_by',
      startedAt: 'started_at',
      finishedAt: 'finished_at',
      troubles: json('troubles'),
    }),
  },
  {
    entity: 'close-setting',
    table: 'close_settings',
    text: object({
      heldArrivals: 'held_arrivals',
      earliest: 'earliest',
      folder: 'folder',
      format: 'format',
    }),
  },
]
