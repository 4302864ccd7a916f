import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames, type Match, matchPersons } from '#shared/domain/import/same-person.ts'
import type { BusinessDate } from '#shared/values/index.ts'

/** “native | family | given” */
function person(text: string) {
  const [nativeName = '', familyName = '', givenName = ''] = text.split('|').map((part) => part.trim())
  return { nativeName, familyName, givenName }
}

test.each<[string, string, Match]>([
  // One name in other dress.
  ['Anna Probe', '| Probe | Anna', 'same'],
  ['Probe, Anna', 'Anna Probe', 'same'],
  ['PROBE/ANNA MS', 'Anna Probe', 'same'],
  ['Mr. Bert Trial', '| Trial | Bert', 'same'],
  ['Dr. Müller, Eva', 'eva MUELLER', 'same'],
  ['Muller Eva', 'Müller Eva', 'same'],
  ['O’Neil Shaun', "Shaun O'Neil", 'same'],
  ['Anna-Maria Probe', 'Annamaria Probe', 'same'],
  ['Jan van der Berg', 'van der Berg, Jan', 'same'],
  ['Nguyễn Văn An', 'NGUYEN VAN AN', 'same'],
  ['Zhang Wei Ming', 'Weiming Zhang', 'same'],
  ['张伟', '張偉', 'same'],
  ['张 伟', '张伟先生', 'same'],
  ['张伟', '| Zhang | Wei', 'same'],
  ['ZHANG/WEI MR', '张伟', 'same'],
  ['单雄', 'Shan Xiong', 'same'],
  ['单雄', 'Dan Xiong', 'same'],
  ['吕布', 'LYU BU', 'same'],
  ['欧阳娜', 'Na Ouyang', 'same'],
  ['张伟 (Zhang Wei)', '| Zhang | Wei', 'same'],
  ['李娜 Anna', '李娜', 'same'],
  ['王一（加床）', '王一', 'same'],
  ['김민준', '김 민준', 'same'],
  ['Анна Проба', 'ПРОБА АННА', 'same'],
  // Nothing contradicts: something is missing.
  ['', 'Anna Probe', 'fits'],
  ['N/A', 'Anna Probe', 'fits'],
  ['散客', '王一', 'fits'],
  ['A. Probe', 'Anna Probe', 'fits'],
  ['Probe A M', 'Anna Maria Probe', 'fits'],
  ['Anna Probe', 'Anna Maria Probe', 'fits'],
  ['| Probe |', 'Anna Probe', 'fits'],
  ['John Smith', 'John Smith Jr', 'fits'],
  ['王先生', '王一', 'fits'],
  ['王*', '王一', 'fits'],
  ['王**', '王小一', 'fits'],
  ['*一', '王一', 'fits'],
  ['Zhang W', '张伟', 'fits'],
  // Other people.
  ['Anna Probe', 'Bert Trial', 'differs'],
  ['Anna Probe', 'Bert Probe', 'differs'],
  ['B. Probe', 'Anna Probe', 'differs'],
  ['Anna Maria Probe', 'Anna Luise Probe', 'differs'],
  ['John Smith Jr', 'John Smith Sr', 'differs'],
  ['| Muller | Anna', '| Miller | Anna', 'differs'],
  ['王一', '李二', 'differs'],
  ['王一', '王二', 'differs'],
  ['王先生', '李二', 'differs'],
  ['王*', '李二', 'differs'],
  ['张伟', '| Zhang | Min', 'differs'],
  ['张伟', 'Anna Probe', 'differs'],
  ['张伟 | Zhang | Wei', '张玮 | Zhang | Wei', 'differs'],
  ['李娜', '李娜娜', 'differs'],
  ['김민준', '박서연', 'differs'],
  ['Анна Проба', 'Anna Proba', 'differs'],
  ['田中', 'Tanaka', 'differs'],
])('%s beside %s: %s', (a, b, match) => {
  expect(compareNames(person(a), person(b))).toBe(match)
  expect(compareNames(person(b), person(a))).toBe(match)
})

test('two dates of birth are two persons; one alone contradicts nothing', () => {
  const anna = (birthDate: string | null) => ({
    ...person('Anna Probe'),
    birthDate: birthDate as BusinessDate,
  })
  expect(matchPersons(anna('1990-05-06'), anna('1961-05-06'))).toBe('differs')
  expect(matchPersons(anna('1990-05-06'), anna('1990-05-06'))).toBe('same')
  expect(matchPersons(anna('1990-05-06'), anna(null))).toBe('same')
})

test('any name is the same as itself, in capitals and with its words turned round', () => {
  const word = fc
    .stringMatching(/^[A-Z][a-z]{1,9}$/)
    .filter((text) => !/^(Mr|Mrs|Ms|Dr|Sir|Inf|Chd|Mx|Na|No|Yes|Non)$/.test(text))
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), (words) => {
      const name = words.join(' ')
      fc.pre(compareNames(person(name), person('')) === 'fits')
      for (const other of [name, name.toUpperCase(), [...words.slice(1), words[0]].join(' ')])
        expect(compareNames(person(name), person(other))).toBe('same')
    }),
  )
})
