/** How much one cell may send; what is beyond is counted and told. */
export interface OutputLimits {
  /** Characters printed, on stdout and stderr together. */
  readonly characters: number
  /** Displays. Updates of one are not counted. */
  readonly displays: number
  /** Characters of one display as JSON. */
  readonly displayCharacters: number
}

/** Room for 100,000 lines of 50 characters. */
export const outputLimits: OutputLimits = {
  characters: 5_000_000,
  displays: 2_000,
  displayCharacters: 20_000_000,
}
