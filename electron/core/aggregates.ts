import type { Image } from '#shared/domain/change.ts'
import type { Aggregate } from './aggregate.ts'
import { settingsAggregate } from './hotel/settings-aggregate.ts'

/** Every entity that undo can write back, by the word the change log has for it. */
export const aggregates: Record<string, Aggregate<Image> | undefined> = Object.fromEntries(
  [settingsAggregate].map((aggregate) => [aggregate.entity, aggregate as unknown as Aggregate<Image>]),
)
