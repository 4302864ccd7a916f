/** OpenCC's tables, which its package gives no type: "張 张|偉 伟", a character and the one that takes its place. */
declare module 'opencc-js/dict/*' {
  const pairs: string
  export default pairs
}
