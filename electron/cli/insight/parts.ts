import type { Cli, Given, Option } from '../command.ts'

/** What `keyrack insight` computes, a word each. The engines are loaded when one runs. */
export type InsightPart = {
  name: string
  options: Record<string, Option>
  load: () => Promise<{ run: (given: Given, cli: Cli) => Promise<number> }>
}

/** Every part has these. */
export const sharedOptions: Record<string, Option> = {
  'as-of': { type: 'string', value: 'DATE' },
  format: { type: 'string', value: 'json|csv' },
}

export const insightParts: readonly InsightPart[] = [
  { name: 'refresh', options: { rebuild: { type: 'boolean' } }, load: () => import('./refresh.ts') },
  { name: 'status', options: {}, load: () => import('./status.ts') },
  {
    name: 'rfm',
    options: {
      transactions: { type: 'string', value: 'FILE.csv' },
      cut: { type: 'string', value: 'mean|quintile' },
    },
    load: () => import('./rfm.ts'),
  },
  {
    name: 'clv',
    options: {
      summary: { type: 'string', value: 'FILE.csv' },
      transactions: { type: 'string', value: 'FILE.csv' },
      unit: { type: 'string', value: 'week|day|month' },
      model: { type: 'string', value: 'bg-nbd|mbg-nbd|pareto-nbd' },
      horizon: { type: 'string', value: 'N' },
      discount: { type: 'string', value: 'PERCENT' },
    },
    load: () => import('./clv.ts'),
  },
  {
    name: 'churn',
    options: {
      transactions: { type: 'string', value: 'FILE.csv' },
      model: { type: 'string', value: 'bg-nbd|mbg-nbd|pareto-nbd' },
    },
    load: () => import('./churn.ts'),
  },
  {
    name: 'clusters',
    options: {
      table: { type: 'string', value: 'FILE.csv' },
      columns: { type: 'string', value: 'A,B,…' },
      k: { type: 'string', value: 'N' },
      seed: { type: 'string', value: 'N' },
      'no-standardise': { type: 'boolean' },
    },
    load: () => import('./clusters.ts'),
  },
  {
    name: 'tree',
    options: {
      table: { type: 'string', value: 'FILE.csv' },
      target: { type: 'string', value: 'COLUMN|TARGET' },
      positive: { type: 'string', value: 'VALUE' },
      'held-out': { type: 'string', value: 'PERCENT' },
      'held-out-column': { type: 'string', value: 'COLUMN' },
      leaves: { type: 'string', value: 'N' },
      seed: { type: 'string', value: 'N' },
    },
    load: () => import('./tree.ts'),
  },
  {
    name: 'risk',
    options: {
      bookings: { type: 'string', value: 'FILE.csv' },
      hotel: { type: 'string', value: 'NAME' },
    },
    load: () => import('./risk.ts'),
  },
  {
    name: 'rules',
    options: {
      baskets: { type: 'string', value: 'FILE' },
      support: { type: 'string', value: 'SHARE' },
      confidence: { type: 'string', value: 'SHARE' },
    },
    load: () => import('./rules.ts'),
  },
]
