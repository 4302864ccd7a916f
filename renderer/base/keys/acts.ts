import type { Key } from '#shared/i18n/index.ts'
import { usePaletteCommands } from '../screen-commands.ts'
import type { Binding } from './registry.ts'
import { useKeys } from './use-keys.ts'

/** Something a screen does by a key. */
export type Act<Of = never> = {
  key: string
  /** What F1 and the palette call it. */
  label: Key
  /** Whether it can be done with what is on screen now; always where absent. */
  when?: (of: Of) => boolean
}

/**
 * What a screen does, by name and in the order F1 shows it. Keys, palette, F1 and the hints printed beside things all
 * read this one list (`features/<area>/acts.ts`), so that no two of them can name different keys for one act.
 */
export type Acts<Of = never, Name extends string = string> = Readonly<Record<Name, Act<Of>>>

type Some = { readonly [name: string]: Act | undefined }
type NameOf<A> = keyof A & string
type Runs<A> = { readonly [N in NameOf<A>]-?: () => unknown }

/**
 * Binds a screen's acts to their keys and offers them in the palette while the screen is mounted (and `on` is not
 * false). `useActs(guestActs, { note: toNote, … })`: an act without its run does not compile.
 */
export function useActs<A extends Some>(
  acts: A,
  runs: Runs<NoInfer<A>>,
  { on = true }: { on?: boolean } = {},
): void {
  const list = namesOf(acts).map((name) => ({ ...(acts[name] as Act), run: runs[name] }))
  useKeys(Object.fromEntries(list.map(({ key, label, run }): [string, Binding] => [key, { label, run }])), {
    on,
  })
  usePaletteCommands(
    on ? list.map(({ key, label, run }) => ({ id: label, title: label, key, run: () => void run() })) : [],
  )
}

/** The acts that can be done now with what the screen shows. */
export function actsFor<Of, A extends Acts<Of>>(
  acts: A & Acts<Of>,
  of: Of,
): { readonly [N in keyof A]?: A[N] } {
  const doable = namesOf(acts).filter((name) => acts[name]?.when?.(of) ?? true)
  return Object.fromEntries(doable.map((name) => [name, acts[name]])) as { [N in keyof A]?: A[N] }
}

/** The names of acts, in their order. */
export function namesOf<A extends object>(acts: A): NameOf<A>[] {
  return Object.keys(acts) as NameOf<A>[]
}

/** One run for several acts: `runEach(bookingActs, (name) => open(name))`. */
export function runEach<A extends object>(acts: A, run: (name: NameOf<A>) => unknown): Runs<A> {
  return Object.fromEntries(namesOf(acts).map((name) => [name, () => run(name)])) as Runs<A>
}
