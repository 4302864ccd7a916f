/** The ways to divide guests, and the classes of each: closed lists for tables, playbooks, screens and overrides. */

/**
 * RFM 客户价值八分, in the order of the field guide: “key” means much revenue (M high). R high means few days since the last
 * stay, F high many stays.
 */
export const rfmSegments = [
  'key-value',
  'key-development',
  'key-keep',
  'key-rescue',
  'general-value',
  'general-development',
  'general-keep',
  'general-rescue',
] as const
export type RfmSegment = (typeof rfmSegments)[number]

/** By the share of revenue that they bring together with those above them. */
export const valueClasses = ['high', 'middle', 'low'] as const
export type ValueClass = (typeof valueClasses)[number]

/** Value matrix 客户价值矩阵: current × potential value. Iron: little now, much to come; gold: much now, little to come. */
export const matrixClasses = ['lead', 'iron', 'gold', 'platinum'] as const
export type MatrixClass = (typeof matrixClasses)[number]

export const needs = ['family', 'business', 'couple', 'group', 'long-stay', 'transit'] as const
export type Need = (typeof needs)[number]

export const lifecycles = ['prospect', 'new', 'growing', 'mature', 'declining', 'lost', 'won-back'] as const
export type Lifecycle = (typeof lifecycles)[number]

export const behaviours = ['active', 'potential', 'silent'] as const
export type Behaviour = (typeof behaviours)[number]

export const relations = ['key', 'promising', 'ordinary', 'lost'] as const
export type Relation = (typeof relations)[number]

/** The classes of each way to divide guests. */
export const classesOf = {
  rfm: rfmSegments,
  value: valueClasses,
  matrix: matrixClasses,
  need: needs,
  lifecycle: lifecycles,
  behaviour: behaviours,
  relation: relations,
} as const
export type ClassKind = keyof typeof classesOf
export const classKinds = Object.keys(classesOf) as ClassKind[]

/** What a person may set by hand. RFM and the matrix are figures and nothing else. */
export const judgedKinds = ['value', 'need', 'lifecycle', 'behaviour', 'relation'] as const
export type JudgedKind = (typeof judgedKinds)[number]

/** Whether a way to divide guests has a class of this name. */
export function isClassOf(kind: ClassKind, name: string): boolean {
  return (classesOf[kind] as readonly string[]).includes(name)
}

/** A class as a number in typed arrays: its place in the list plus 1; 0 is “not known”. */
export const NO_CLASS = 0
