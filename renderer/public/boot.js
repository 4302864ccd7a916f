/* Runs before the first paint: theme and language as they were left. A file of its own, because the page allows no inline script. */
;(() => {
  const root = document.documentElement
  try {
    const theme = localStorage.getItem('keyrack:theme')
    if (theme === 'light' || theme === 'night') root.dataset.theme = theme
    const saved = localStorage.getItem('keyrack:language')
    const tag = saved || navigator.language || 'en'
    root.lang = tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
  } catch {
    root.lang = 'en'
  }
})()
