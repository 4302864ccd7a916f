/** Opening balances: what was done. */
export const cutover = {
  done: {
    post: 'Opening balances posted',
  },
}
