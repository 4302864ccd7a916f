/** Refusals and fields of papers and of requests for 发票. */
export const paperRefusals = {
  DEPOSIT_UNKNOWN: 'This deposit does not exist. Choose one from the list.',
  EINVOICE_NO_TAX_NO:
    'The invoice’s data need the hotel’s tax number. Enter it under Settings, Money, or switch structured invoices off.',
  EINVOICE_NO_ADDRESS:
    'The invoice’s data need the hotel’s name and address. Enter them under Settings, Money, or switch structured invoices off.',
  EINVOICE_NO_PAYEE:
    'The invoice’s data need the payee’s name and address. Set the payee of the window, then issue it.',
  FAPIAO_CURRENCY: 'A fapiao is in yuan; this hotel’s currency is {{currency}}.',
  FAPIAO_NO_ITEM:
    '{{name}} has no tax classification code (商品和服务税收编码). Give its code one under Settings, Money.',
  FAPIAO_NO_RATE: '{{name}} has no VAT, so that it is on no fapiao. Leave it out.',
  FAPIAO_NONE: 'No request is waiting to be exported.',
  FAPIAO_NOT_POSITIVE: 'The lines come to nothing or less. Choose the charges that they correct too.',
  FAPIAO_NUMBER_TAKEN: 'Fapiao number {{number}} is already on file. Check the number.',
  FAPIAO_STATUS: 'In its present state this can’t be done with the request. Reload the list.',
  FAPIAO_TAX_NO: 'A company and a special fapiao need a tax number. Enter it, or mark the buyer as a person.',
  FAPIAO_UNKNOWN: 'This request does not exist. Choose one from the list.',
  PAPER_CREDITED: '{{number}} was already taken back by {{by}}.',
  PAPER_EMPTY: 'Nothing is charged here that is not on an invoice yet.',
  PAPER_NEGATIVE:
    'The invoice would come to less than nothing. Credit the earlier invoice first, then issue a new one.',
  PAPER_NO_PAYMENT:
    'There is no payment here to receipt. Choose a payment or a refund that was not corrected.',
  PAPER_NOT_INVOICE: '{{number}} is no invoice. Only an invoice is credited.',
  PAPER_UNKNOWN: 'This paper does not exist. Choose one from the list.',
  SERIES_MISSING: 'There is no number series in use for this paper. Add one under Settings, Money.',
}

export const paperFieldNames = {
  account: 'Account number',
  bank: 'Bank',
  depositId: 'Deposit',
  details: 'Details',
  of: 'Paper',
  paperId: 'Paper',
  person: 'A person',
  postingId: 'Posting',
  redNumber: 'Red fapiao number',
  remark: 'Remark',
  size: 'Paper size',
  title: 'Title',
}

export const fapiao = {
  done: {
    ask: 'Fapiao requested',
    export: 'Fapiao requests exported',
    setIssued: 'Fapiao number recorded',
    setRed: 'Red fapiao recorded',
    withdraw: 'Fapiao request withdrawn',
  },
}
