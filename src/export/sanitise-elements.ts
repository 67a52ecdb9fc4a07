const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/))

/** HTML elements that an output may use. */
export const elements = list(`
  a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
  h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q ruby rp rt s samp section small span strong sub summary sup
  table tbody td tfoot th thead time tr u ul var wbr
`)

/** SVG and MathML, what pictures and formulas are made of. None of them holds HTML or runs anything. */
export const foreign = list(`
  svg g path line polyline polygon rect circle ellipse text tspan textpath defs use symbol title desc clippath mask
  lineargradient radialgradient stop pattern marker
  math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom menclose merror mfenced
  msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr semantics
`)

/** HTML elements without an end tag. */
export const voids = list('br col hr img wbr')

/** Elements that are left out together with all that stands in them. */
export const dropped = list(`
  script style template iframe object embed applet noscript noembed noframes textarea select title head xmp
  annotation annotation-xml foreignobject audio video canvas frameset plaintext
`)
