/**
 * What people of a demo hotel decided about its analysis: the manager's own playbooks, guests left out by their wish, classes
 * set by hand, and the thumbs of the desk on suggestions.
 */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { DemoJudged, DemoPlaybook } from '#core/demo/data/words.ts'
import type { Writer } from '#db/handles.ts'
import { saveJudgement } from '#db/repositories/insight/judgements.ts'
import { saveVote } from '#db/repositories/insight/offers.ts'
import { savePlaybook } from '#db/repositories/insight/playbooks.ts'
import { difference } from '#shared/domain/change/change.ts'
import type { SuggestionVoteImage } from '#shared/domain/insight/suggest/outcome.ts'
import type { JudgedKind } from '#shared/domain/insight/value/classes.ts'
import type { JudgementImage } from '#shared/domain/insight/value/judgement.ts'
import type { PlaybookImage } from '#shared/domain/insight/value/playbook.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { Author, When } from './diary.ts'
import type { World } from './world.ts'

const CHOICES = 93
const HOUR = 3600

/** `ago`: days before today; `cost`: times the price of a night. */
const playbooks: readonly (Pick<PlaybookImage, 'classKind' | 'department'> & {
  name: DemoPlaybook
  ago: number
  cost: number | null
})[] = [
  { classKind: 'rfm', name: 'key-value', department: 'front-office', ago: 150, cost: 0.3 },
  { classKind: 'need', name: 'family', department: 'housekeeping', ago: 118, cost: 0.15 },
  { classKind: 'rfm', name: 'key-rescue', department: 'front-office', ago: 74, cost: null },
  { classKind: 'lifecycle', name: 'lost', department: 'front-office', ago: 40, cost: 0.05 },
]
/** The cost of the first was lowered later. */
const lowered = { ago: 33, cost: 0.2 }

const setByHand: readonly { kind: JudgedKind; name: DemoJudged; ago: number }[] = [
  { kind: 'relation', name: 'key', ago: 96 },
  { kind: 'need', name: 'family', ago: 61 },
  { kind: 'value', name: 'high', ago: 45 },
  { kind: 'need', name: 'long-stay', ago: 17 },
]
/** Days before today on which a guest asked to be left out. */
const leftOut = [132, 87, 19]

/** By whoever was on shift, one every third day, from so many days before today on. */
const votes: readonly Pick<SuggestionVoteImage, 'kind' | 'vote'>[] = [
  { kind: 'birthday', vote: 'up' },
  { kind: 'risk', vote: 'down' },
  { kind: 'wish', vote: 'up' },
  { kind: 'habit', vote: 'up' },
  { kind: 'tier', vote: 'down' },
  { kind: 'late', vote: 'up' },
  { kind: 'leaving', vote: 'up' },
]
const VOTED = 29

type Made = { id: number; image: object }

export type Choices = {
  /** Writes the rows of what was decided. */
  finish: (tx: Writer) => Promise<void>
}

/** Puts down when each is decided; what would be before the log began is left out. */
export function planChoices(world: World): Choices {
  const made = { playbook: [] as Made[], 'guest-judgement': [] as Made[], 'suggestion-vote': [] as Made[] }
  const { agenda, today, diary, house, words, excluded, seed } = world
  const night = house.price(0, 'BAR', 1)

  function put(days: number, hour: number, act: (when: When, random: Random) => void): void {
    const day = today.day - days
    if (day <= world.takeover.day) return
    const seconds = hour * HOUR + 60 * (days % 60)
    agenda.add(day, seconds, (now) => act({ day, seconds: now }, randomOf(seed, CHOICES, days, hour)))
  }

  /** Writes the row of the log; `id`: of one that is changed. */
  function write(
    when: When,
    author: Author,
    operation: string,
    entity: keyof typeof made,
    image: object,
    id?: number,
  ) {
    const list = made[entity]
    const known = id === undefined ? null : (list[id - 1] as Made)
    const found = known ? difference(known.image as never, image as never) : { before: null, after: image }
    if (!found) return
    if (known) known.image = image
    else list.push({ id: list.length + 1, image })
    const { reason = null } = image as { reason?: string }
    const entry = { entity, entityId: known?.id ?? list.length, bookingId: null, ...found }
    diary.write(when, author, operation, entry, { reason })
  }

  for (const [at, { classKind, name, department, ago, cost }] of playbooks.entries()) {
    const image = (share: number | null): PlaybookImage => ({
      classKind,
      class: name,
      action: words.playbooks[name],
      department,
      costMinor: share === null ? null : Math.round((night * share) / 100) * 100,
    })
    put(ago, 14, (when) => write(when, diary.manager, 'insight.savePlaybook', 'playbook', image(cost)))
    if (at === 0)
      put(lowered.ago, 15, (when) =>
        write(when, diary.manager, 'insight.savePlaybook', 'playbook', image(lowered.cost), 1),
      )
  }

  const judged = new Set<GuestId>()
  const judge = (
    when: When,
    random: Random,
    image: Omit<JudgementImage, 'guestId' | keyof typeof asComputed>,
    set: Partial<JudgementImage> = {},
  ) => {
    const guestId = someRegular(world, random, judged)
    if (guestId === 0) return
    judged.add(guestId)
    if (image.excluded) excluded.add(guestId)
    const whole: JudgementImage = { guestId, ...asComputed, ...image, ...set }
    write(when, diary.manager, 'insight.judge', 'guest-judgement', whole)
  }
  for (const [at, ago] of leftOut.entries())
    put(ago, 11, (when, random) =>
      judge(when, random, { excluded: true, reason: words.judged.excluded[at] ?? '' }),
    )
  for (const { kind, name, ago } of setByHand)
    put(ago, 16, (when, random) =>
      judge(when, random, { excluded: false, reason: words.judged.set[name] }, { [kind]: name }),
    )

  for (const [at, vote] of votes.entries())
    put(VOTED - 3 * at, at % 2 === 0 ? 9 : 17, (when, random) => {
      const author = diary.author(random, when)
      const image: SuggestionVoteImage = { votedBy: author.actor, ...vote, votedAt: diary.momentAt(when) }
      write(when, author, 'suggestion.vote', 'suggestion-vote', image)
    })

  return {
    finish: async (tx) => {
      for (const { id, image } of made.playbook) await savePlaybook(tx, id, null, image as PlaybookImage)
      for (const { id, image } of made['guest-judgement'])
        await saveJudgement(tx, id, null, image as JudgementImage)
      for (const { id, image } of made['suggestion-vote'])
        await saveVote(tx, id, null, image as SuggestionVoteImage)
    },
  }
}

const asComputed = { value: '', need: '', lifecycle: '', behaviour: '', relation: '' }

/** A guest who comes often and about whom nothing was decided yet; 0: none was met. */
function someRegular({ population }: World, random: Random, but: ReadonlySet<GuestId>): GuestId {
  for (let looked = 0; looked < 200; looked++) {
    const id = (1 + random.below(population.count)) as GuestId
    const { habit, booksOnly } = population.get(id)
    if (!booksOnly && habit !== 'once' && habit !== 'occasional' && !but.has(id)) return id
  }
  return 0 as GuestId
}
