import { megabytes } from './megabytes.js'

/** How much of a cell's output is kept and passed on, in characters as JSON. What is above makes way for a notice. */
export interface OutputLimits {
  /** Of what a cell prints, as a terminal would show it: a progress bar that overwrites itself stays small. */
  readonly printed: number
  /** Of one display or result. */
  readonly single: number
  /** Of all displays and results of a cell. */
  readonly shown: number
}

export const outputLimits: OutputLimits = {
  printed: 8 * 1024 * 1024,
  single: 20 * 1024 * 1024,
  shown: 60 * 1024 * 1024,
}

export const notices = {
  printed: (limit: number) =>
    `\n[This cell has printed more than ${megabytes(limit)}. What follows is left out, so that the page stays usable.]\n`,
  leftOut: (size: number) => `[${megabytes(size)} more were printed and left out.]\n`,
  single: (size: number, limit: number) =>
    `[This output of ${megabytes(size)} is left out: the limit for one is ${megabytes(limit)}. Write it to a file, or show a part of it.]`,
  shown: (limit: number) =>
    `[The outputs of this cell are more than ${megabytes(limit)} together. This one and what follows is left out.]`,
}
