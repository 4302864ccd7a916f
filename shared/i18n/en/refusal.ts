/** Words for refusals that several areas share; an area's own stand under `<area>.refusal`. */
export const refusal = {
  NOT_FOUND: 'This entry does not exist any more. Search for it again.',
}
