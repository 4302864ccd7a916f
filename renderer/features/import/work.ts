import { useCallback, useRef } from 'react'
import type { PickedFile } from '#renderer/api/platform.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { Encoding } from '#shared/domain/import/encodings.ts'
import { type Choices, type Inspected, mappingOf } from './mapping.ts'
import type { Profile } from './rules.ts'

/** A running or ended work, and what was started with it: a dry run counts only for the very same plan. */
export type Run = { job: string; plan: string; dry: boolean; file: string }

/** What the screen is busy with. It outlives leaving the screen, a lock and a reload. */
export type Work = {
  file: PickedFile | null
  sheet: string | null
  /** How the text is written, where a person said so. */
  encoding: Encoding | null
  /** The system that the file comes from, as a person named it. */
  source: string
  /** Rows that the workbook hides are left out. */
  skipHidden: boolean
  /** Null: as the file was recognised. */
  profile: Profile | null
  choices: Choices | null
  run: Run | null
  /** An earlier import whose report is looked at. */
  batch: number | null
}

export const noWork: Work = {
  file: null,
  sheet: null,
  encoding: null,
  source: '',
  skipHidden: false,
  profile: null,
  choices: null,
  run: null,
  batch: null,
}

/** The screen's work and how it is changed; patches given in one tick add up. */
export function useWork(): { work: Work; change: (patch: Partial<Work>) => void } {
  const draft = useDraft<Work>('import:work', noWork, { stays: true })
  const latest = useRef(draft.value)
  latest.current = draft.value
  const { set } = draft
  const change = useCallback(
    (patch: Partial<Work>) => {
      latest.current = { ...latest.current, ...patch }
      set(latest.current)
    },
    [set],
  )
  return { work: draft.value, change }
}

type Plan = Omit<InputOf<'import.start'>, 'dryRun'>

/** What of the chosen file is looked at. */
export function lookOf({ file, sheet, encoding }: Work): InputOf<'import.inspect'> {
  return {
    file: file?.file ?? '-',
    ...(sheet ? { sheet } : {}),
    ...(encoding ? { encoding } : {}),
  }
}

/** What would be imported and how. */
export function planOf(
  file: PickedFile,
  { sheet, encoding, source, skipHidden }: Pick<Work, 'sheet' | 'encoding' | 'source' | 'skipHidden'>,
  profile: Profile,
  choices: Choices,
): Plan {
  return {
    file: file.file,
    ...(sheet ? { sheet } : {}),
    ...(encoding ? { encoding } : {}),
    skipHidden,
    ...(profile === 'generic' && source.trim() !== '' ? { source: source.trim() } : {}),
    profile,
    ...(profile === 'generic' ? { mapping: mappingOf(choices) } : {}),
    ...(choices.where ? { where: choices.where } : {}),
  }
}

/** What another meaning of a word makes of a dry run: its report stays, but it no longer stands for the import. */
export function withoutTrial({ run }: Work): Partial<Work> {
  return run?.dry ? { run: { ...run, plan: 'words' } } : {}
}

/** The profile that reads the file: the one chosen, else the one recognised. The data set's own needs its columns. */
export function profileOf(work: Work, file: Inspected): Profile {
  return file.profile === 'hotel-booking-demand' ? (work.profile ?? file.profile) : 'generic'
}
