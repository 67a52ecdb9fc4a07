// Every `as number` in this file follows from the sizes: an index is always below its array's length.
import { addByDots } from './product-by-dots.js'
import { addByRows, blockColumns } from './product-by-rows.js'

/*
 * Products of matrices, added to an array that is there already. Each sum runs over k from first to last, as in the
 * plain triple loop, so that starting from zeros the result equals that loop's to the last bit.
 */

/**
 * C += A·B.
 *
 * @param C n×m, row after row; changed in place, and none of the other two
 * @param A n×inner
 * @param B inner×m
 */
export function addProduct(
  C: Float64Array,
  A: ArrayLike<number>,
  B: ArrayLike<number>,
  n: number,
  inner: number,
  m: number,
): void {
  addByRows(C, 0, m, A, 0, inner, 1, B, m, n, inner, m)
}

/**
 * C += Aᵀ·B, without making Aᵀ.
 *
 * @param C n×m, row after row; changed in place, and none of the other two
 * @param A inner×n
 * @param B inner×m
 */
export function addTransposedProduct(
  C: Float64Array,
  A: ArrayLike<number>,
  B: ArrayLike<number>,
  n: number,
  inner: number,
  m: number,
): void {
  addByRows(C, 0, m, A, 0, 1, n, B, m, n, inner, m)
}

/** Rows of Bᵀ made at a time. */
const blockRows = 64
/** Room for them. What was in it does not matter. */
const block = new Float64Array(blockRows * blockColumns)
/** With fewer rows or columns than these, turning B round does not pay. */
const enoughRows = 8
const enoughColumns = 32

/**
 * C += A·Bᵀ, with no more of Bᵀ made than a block.
 *
 * @param C n×m, row after row; changed in place, and none of the other two
 * @param A n×inner
 * @param B m×inner
 */
export function addProductWithTransposed(
  C: Float64Array,
  A: ArrayLike<number>,
  B: ArrayLike<number>,
  n: number,
  inner: number,
  m: number,
): void {
  if (n < enoughRows || m < enoughColumns) {
    addByDots(C, A, B, n, inner, m)
    return
  }
  for (let j = 0; j < m; j += blockColumns) {
    const width = Math.min(blockColumns, m - j)
    for (let k = 0; k < inner; k += blockRows) {
      const height = Math.min(blockRows, inner - k)
      for (let column = 0; column < width; column++)
        for (let row = 0, from = (j + column) * inner + k; row < height; row++)
          block[row * width + column] = B[from + row] as number
      addByRows(C, j, m, A, k, inner, 1, block, width, n, height, width)
    }
  }
}
