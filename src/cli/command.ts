/** Where a command writes: a stream, or a test's collector. */
export interface Sink {
  write(text: string): unknown
  /** Set when it is a terminal, whose line can be written again. */
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** The surroundings of a command, all of them injected. */
export interface Context {
  readonly out: Sink
  readonly err: Sink
  /** What relative paths start from. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

export interface OptionSpec {
  readonly type: 'boolean' | 'string'
  /** What stands for the value in the help, such as `DIR`. */
  readonly value?: string
  /** The only values it can have. */
  readonly choices?: readonly string[]
  /** Whether the empty value is one. */
  readonly mayBeEmpty?: boolean
  readonly help: string
}

/** The values that were given; an option that was not is absent. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What follows `backprop` in the help. */
  readonly usage: string
  /** Further lines of the help. */
  readonly notes?: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Whether it takes words that are no options. */
  readonly takesArguments: boolean
  /** @returns the exit code: 0 done, 1 something failed, 2 called wrongly */
  run(input: Context & { readonly args: readonly string[]; readonly options: OptionValues }): Promise<number>
}
