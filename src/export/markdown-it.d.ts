/** The part of markdown-it 14 that is used here: the package itself ships no declarations. */
declare module 'markdown-it' {
  export interface Token {
    type: string
    tag: string
    content: string
    markup: string
    info: string
    level: number
    block: boolean
    hidden: boolean
    map: [number, number] | null
    children: Token[] | null
    attrGet(name: string): string | null
    attrSet(name: string, value: string): void
  }

  export interface InlineState {
    src: string
    pos: number
    posMax: number
    push(type: string, tag: string, nesting: -1 | 0 | 1): Token
  }

  export interface BlockState {
    src: string
    line: number
    /** Start and end of each line, the first character that is no blank, and its indent. */
    bMarks: number[]
    eMarks: number[]
    tShift: number[]
    sCount: number[]
    blkIndent: number
    push(type: string, tag: string, nesting: -1 | 0 | 1): Token
    getLines(begin: number, end: number, indent: number, keepLastLineFeed: boolean): string
  }

  export type InlineRule = (state: InlineState, silent: boolean) => boolean
  export type BlockRule = (state: BlockState, start: number, end: number, silent: boolean) => boolean
  export type RenderRule = (
    tokens: Token[],
    index: number,
    options: object,
    environment: object,
    self: Renderer,
  ) => string

  export interface Renderer {
    rules: Record<string, RenderRule | undefined>
    renderToken(tokens: Token[], index: number, options: object): string
    render(tokens: Token[], options: object, environment: object): string
    renderInline(tokens: Token[], options: object, environment: object): string
  }

  export default class MarkdownIt {
    constructor(options?: { html?: boolean; linkify?: boolean; typographer?: boolean })
    readonly options: object
    readonly renderer: Renderer
    readonly inline: { ruler: { before(name: string, rule: string, run: InlineRule): void } }
    readonly block: {
      ruler: { before(name: string, rule: string, run: BlockRule, options?: { alt: string[] }): void }
    }
    disable(rules: string | string[]): this
    parse(source: string, environment: object): Token[]
    render(source: string, environment?: object): string
  }
}
