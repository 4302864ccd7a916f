import { readPaper } from '#db/queries/folio/papers.ts'
import type { PaperImage } from '#shared/domain/folio/paper.ts'
import type { PaperId } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'

/** A numbered paper as undo meets it with what it was printed for: a deposit's slip stays, because its number is given. */
export const paperAggregate: Aggregate<PaperImage> = {
  entity: 'paper',
  unknown: 'PAPER_UNKNOWN',
  load: async (tx, id) => {
    const there = await readPaper(tx, id as PaperId)
    return there ? { image: imageOf(there.paper), version: 1 } : null
  },
  // What is printed is never written back
  save: async () => undefined,
  check: async () => null,
  remains: async (_tx, _id, image) => image,
}

function imageOf(paper: PaperImage): PaperImage {
  const { kind, label, issuedOn, folioId, window, postingId, language, payeeName } = paper
  const { netMinor, taxMinor, grossMinor, reverses } = paper
  return {
    kind,
    label,
    issuedOn,
    folioId,
    window,
    postingId,
    language,
    payeeName,
    netMinor,
    taxMinor,
    grossMinor,
    reverses,
  }
}
