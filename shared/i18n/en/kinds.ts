/** Kinds of guests: what was done with their names, and what is refused. */
export const kinds = {
  done: { name: 'Kind of guests named', unname: 'Name of a kind of guests removed' },
  refusal: {
    KIND_UNKNOWN: 'The last update found no such kind of guests. Update Insight and choose again.',
    CODE_TAKEN: 'Another kind of guests is called “{{code}}”. Enter another name.',
  },
}
