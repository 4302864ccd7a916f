/** On paper the sheet and nothing else. */
const onlySheet = 'body>:not(.k-paper){display:none!important}.k-paper{display:block!important}'

/** What is printed in place of the screen while it is offered. */
export type Paper = {
  /** Makes its page and prints it. */
  print: () => void
  /** Its page, made while everything waits: a browser's own menu prints as soon as this returns. Null where it can't be made. */
  pageAtOnce: () => string | null
}

let offered: Paper | null = null

/** Offers a paper to whatever prints by a menu; answers the function that withdraws it. */
export function offerPaper(paper: Paper): () => void {
  offered = paper
  return () => {
    if (offered === paper) offered = null
  }
}

/** The paper of what is on screen; null where the screen itself is printed. */
export function paperOffered(): Paper | null {
  return offered
}

/**
 * Prints a page that is whole in itself (a report as HTML) in place of the screen, which stays as it is. The screen’s own rules
 * are not those of the paper: they would cut it at the window’s height.
 */
export async function printPaper(html: string, print: () => Promise<unknown>): Promise<void> {
  const remove = putSheet(html)
  try {
    await print()
  } finally {
    remove()
  }
}

/** Lets the browser's own menu print the paper that is offered: it tells of itself, and waits for nothing but this. */
export function printBySheet(): void {
  let remove: (() => void) | null = null
  window.addEventListener('beforeprint', () => {
    if (isSheetThere()) return
    const html = offered?.pageAtOnce()
    if (html) remove = putSheet(html)
  })
  window.addEventListener('afterprint', () => {
    remove?.()
    remove = null
  })
}

function isSheetThere(): boolean {
  return document.querySelector('.k-paper') !== null
}

/** Puts the page's sheet in the place of the screen for whatever prints; answers the function that takes it away. */
function putSheet(html: string): () => void {
  const paper = new DOMParser().parseFromString(html, 'text/html')
  const ofScreen = [...document.styleSheets].filter(({ media }) => media.mediaText === '')
  const { title } = document
  const style = document.createElement('style')
  style.media = 'print'
  style.textContent = `${paper.querySelector('style')?.textContent ?? ''}\n${onlySheet}`
  const sheet = document.createElement('div')
  sheet.className = 'k-paper'
  sheet.hidden = true
  sheet.lang = paper.documentElement.lang
  sheet.append(...paper.body.querySelectorAll('main'))
  for (const { media } of ofScreen) media.mediaText = 'not print'
  document.head.append(style)
  document.body.append(sheet)
  // Offered as the name of the file by a printer that writes one
  document.title = paper.title
  return () => {
    document.title = title
    sheet.remove()
    style.remove()
    for (const { media } of ofScreen) media.mediaText = ''
  }
}
