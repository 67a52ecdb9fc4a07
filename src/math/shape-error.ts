/**
 * Thrown when the sizes of matrices do not fit each other, or a matrix is empty or ragged.
 *
 * A `TypeError`, because a matrix of the wrong shape is an argument of the wrong kind.
 */
export class ShapeError extends TypeError {
  override readonly name: string = 'ShapeError'
}
