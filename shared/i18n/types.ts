/** One language's catalogue: the shape of the English one; singular forms may be left out where the language has none. */
export type Translation<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translation<T[K]>
} & {
  [K in keyof T as K extends `${string}_one` ? K : never]?: string
}

type Stem<K extends string> = K extends `${infer S}_one` ? S : K extends `${infer S}_other` ? S : K

/** Dotted paths of all leaves, plural endings cut: `common.save`, `common.nights`. */
export type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Stem<K> : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

export type Language = 'en' | 'zh'
export type Params = Readonly<Record<string, unknown>>
