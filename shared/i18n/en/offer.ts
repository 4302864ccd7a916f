/** What is offered to guests and why, and what to know of an arrival. */
export const offer = {
  done: { note: 'Offer noted' },
}

export const suggestion = {
  done: { vote: 'Suggestion rated' },
}
