/** A measured quantity: one number for each row of the data set. */
export interface NumberColumn {
  /** Plain words for an axis: `flipper length`. */
  readonly label: string
  /** `mm`, `kg`, … Empty for a count or a year. */
  readonly unit: string
  readonly values: readonly number[]
}

/** A quality: one word for each row of the data set. */
export interface CategoryColumn {
  readonly label: string
  readonly values: readonly string[]
  /** The words that occur, each once, in alphabetical order. */
  readonly levels: readonly string[]
}

/**
 * Real data, frozen. Row m of the data is `columns.….values[m]` and `categories.….values[m]` together.
 *
 * Its keys are part of its type: `features(penguins, ['flipperLenth'])` does not compile.
 */
export interface Dataset<Column extends string = string, Category extends string = string> {
  readonly name: string
  /** What a row is, how many rows were left out and why, and what was converted. */
  readonly description: string
  /** The number of rows. */
  readonly size: number
  /** Who measured it, and through whose hands it came here. */
  readonly origin: string
  readonly licence: string
  readonly citation: string
  readonly columns: Readonly<Record<Column, NumberColumn>>
  readonly categories: Readonly<Record<Category, CategoryColumn>>
}
