/** Fonts of the systems that pages are printed on, Latin ones first, with a Chinese face for each: nothing is loaded. */
export const sansFace =
  "'Segoe UI','Helvetica Neue','Noto Sans',Ubuntu,Cantarell,Roboto,'Liberation Sans',Arial,'PingFang SC','Microsoft YaHei UI','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"

/** Text between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Text in a string of a style sheet. */
export function cssText(text: string): string {
  return `"${text.replace(/[\\"<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `).replace(/\s/g, ' ')}"`
}
