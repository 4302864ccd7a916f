import { createHash } from 'node:crypto'

/** Which mutants are run: so many per cent of them, drawn at random. Another draw has others. */
export interface Sample {
  percent: number
  draw: number
}

/** Whether a mutant is in the sample: drawn by its number, so the same at every run over the same sources. */
export function isInSample(mutantId: string, { percent, draw }: Sample): boolean {
  const drawn = createHash('sha256').update(`sample ${draw} ${mutantId}`).digest().readUInt32BE()
  return drawn / 2 ** 32 < percent / 100
}

/** Wilson’s 95 % interval of a share that a sample had, in per cent: it holds for few mutants and near 100 % too. */
export function intervalOf(hits: number, all: number): [low: number, high: number] {
  if (all === 0) return [0, 100]
  const z = 1.96
  const share = hits / all
  const middle = share + z ** 2 / (2 * all)
  const half = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2))
  const scale = 100 / (1 + z ** 2 / all)
  return [Math.max(0, (middle - half) * scale), Math.min(100, (middle + half) * scale)]
}

/** Stryker’s checker says before a mutant is run whether it compiles. One outside the sample is said not to. */
class Sampler {
  readonly #sample: Sample = JSON.parse(process.env.KEYRACK_MUTATION_SAMPLE ?? '{}')

  async init() {
    if (!(this.#sample.percent > 0)) throw new Error('no sample is wanted')
  }

  async check(mutants: readonly { id: string }[]) {
    return Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        isInSample(id, this.#sample)
          ? { status: 'passed' }
          : { status: 'compileError', reason: 'not in the sample' },
      ]),
    )
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: Sampler }]
