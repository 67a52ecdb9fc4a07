/** Properties that set type, spacing and colour. */
const properties =
  /^(?:color|background(?:-color)?|opacity|fill|stroke(?:-width)?|(?:border|padding|margin)(?:-[a-z-]+)?|font(?:-[a-z-]+)?|text-(?:align|decoration|indent|transform)|vertical-align|letter-spacing|line-height|white-space|(?:min-|max-)?(?:width|height)|display|overflow(?:-[xy])?|flex(?:-[a-z]+)?|grid-template-columns|gap|align-items|justify-content|caption-side|list-style-type|table-layout|box-sizing|pointer-events|(?:-webkit-)?user-select)$/

/** An element may lie over its own container, as the MathML of a formula does, and nowhere else on the page. */
const places: ReadonlySet<string> = new Set(['position:relative', 'position:absolute', 'inset:0'])

/** Functions that compute a value. None of them can name an address. */
const calls: ReadonlySet<string> = new Set([
  '',
  'calc',
  'min',
  'max',
  'minmax',
  'clamp',
  'repeat',
  'rgb',
  'rgba',
  'hsl',
  'hsla',
])

/** The declarations of a `style` attribute that may stay, or '' if none may. */
export function safeStyle(style: string): string {
  return style
    .split(';')
    .map((declaration) => {
      const colon = declaration.indexOf(':')
      return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const
    })
    .filter(
      ([property, value]) =>
        places.has(`${property}:${value}`) || (properties.test(property) && isPlain(value)),
    )
    .map(([property, value]) => `${property}:${value}`)
    .join(';')
}

/** Words, numbers, colours and functions that compute: no string, no address, no escape. */
function isPlain(value: string): boolean {
  const called = [...value.matchAll(/([\w-]*)\(/g)].map(([, name = '']) => name.toLowerCase())
  return /^[\w\s.,#%+*()/-]+$/.test(value) && called.every((name) => calls.has(name))
}
