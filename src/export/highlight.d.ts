/** highlight.js declares its package as a whole; its core alone has the same shape. */
declare module 'highlight.js/lib/core' {
  import type { HLJSApi } from 'highlight.js'

  const highlighter: HLJSApi
  export default highlighter
}
