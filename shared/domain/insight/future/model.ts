import {
  type GeometricModel,
  geometricAlive,
  geometricExpected,
  geometricExpectedOfNew,
  geometricLogLikelihood,
} from './geometric-nbd.ts'
import {
  type ParetoModel,
  paretoAlive,
  paretoExpected,
  paretoExpectedOfNew,
  paretoLogLikelihood,
} from './pareto-nbd.ts'
import type { GuestSummary, Summaries } from './summary.ts'

export const visitModels = ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const
export type VisitModelKind = (typeof visitModels)[number]
/** Parameters of one of the three; times are in the unit of the rows that it was fitted to. */
export type VisitModel = GeometricModel | ParetoModel

export function logLikelihood(model: VisitModel, rows: Summaries): number {
  return model.kind === 'pareto-nbd' ? paretoLogLikelihood(model, rows) : geometricLogLikelihood(model, rows)
}

/** The chance that the guest has not left for good. */
export function aliveChance(model: VisitModel, guest: GuestSummary): number {
  return model.kind === 'pareto-nbd' ? paretoAlive(model, guest) : geometricAlive(model, guest)
}

/** Repeat visits expected within `time` from now. */
export function expectedVisits(model: VisitModel, guest: GuestSummary, time: number): number {
  return model.kind === 'pareto-nbd'
    ? paretoExpected(model, guest, time)
    : geometricExpected(model, guest, time)
}

/** Repeat visits expected of a new guest within `time` after the first visit. */
export function expectedOfNew(model: VisitModel, time: number): number {
  return model.kind === 'pareto-nbd' ? paretoExpectedOfNew(model, time) : geometricExpectedOfNew(model, time)
}

/** The four parameters by their published names. */
export function parametersOf(model: VisitModel): Record<string, number> {
  const { kind: _, ...parameters } = model
  return parameters
}

/** The model with these four parameters, in the order in which they are published. */
export function modelOf(kind: VisitModelKind, [first, second, third, fourth]: readonly number[]): VisitModel {
  const [one, two, three, four] = [first, second, third, fourth] as [number, number, number, number]
  if (kind === 'pareto-nbd') return { kind, r: one, alpha: two, s: three, beta: four }
  return { kind, r: one, alpha: two, a: three, b: four }
}
