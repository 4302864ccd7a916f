import type { Writer } from '#db/handles.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { BookingId } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { changeOf, type Done, done } from '../kernel/outcome.ts'

/** Makes one thing for each day in one act, under ids that follow on the first. */
export async function createEach<I extends Image & { bookingId: BookingId | null }, N extends number>(
  tx: Writer,
  { entity, save }: Aggregate<I>,
  first: number,
  images: readonly I[],
): Promise<Done<{ ids: N[] }>> {
  for (const [at, image] of images.entries()) await save(tx, first + at, null, image)
  return done(
    { ids: images.map((_image, at) => (first + at) as N) },
    images.flatMap((image, at) => changeOf(entity, first + at, null, image, image.bookingId ?? undefined)),
  )
}
