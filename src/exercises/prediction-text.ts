/** A question to answer before a cell is run. */
export interface PredictionText {
  /** `06-p1` */
  readonly id: string
  readonly question: string
  readonly options: Readonly<Record<string, string>>
  /** What happens, and why: said beside the result. */
  readonly answer: string
  readonly why: string
}
