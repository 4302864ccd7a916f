import type { InputOf } from '#shared/contract/index.ts'

type FileCommand = 'report.export' | 'report.exportDashboard' | 'explore.export'

/** What a file or a paper is made of: the command that makes it, and what is on screen. */
export type FileAsk = {
  [N in FileCommand]: { operation: N; input: Omit<InputOf<N>, 'format' | 'language' | 'run'> }
}[FileCommand]

/** The whole question of a file. */
export function fileInput(
  { input }: FileAsk,
  more: Pick<InputOf<'report.export'>, 'format' | 'language' | 'run'>,
): InputOf<FileCommand> {
  return { ...input, ...more } as InputOf<FileCommand>
}
