import highlighter from 'highlight.js/lib/core'
import typescript from 'highlight.js/lib/languages/typescript'
import { escapeXml } from '../figures/text/escape-xml.js'

highlighter.registerLanguage('typescript', typescript)

/** Names under which Markdown's fences ask for TypeScript's colours. */
const names: ReadonlySet<string> = new Set(['typescript', 'ts', 'javascript', 'js'])

/**
 * Code as HTML, its words marked with highlight.js's classes.
 *
 * @param code the text, untrusted
 * @param language as a Markdown fence names it; one that is not TypeScript stays plain
 */
export function highlight(code: string, language = 'typescript'): string {
  if (!names.has(language.toLowerCase())) return escapeXml(code)
  return highlighter.highlight(code, { language: 'typescript', ignoreIllegals: true }).value
}
