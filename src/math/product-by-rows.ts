// Every `as number` in this file follows from the sizes: an index is always below its array's length.

/** Columns worked on at a time: four rows of B and of C, 16 kB each, stay in the fastest cache. */
export const blockColumns = 512

/**
 * C += A·B, by rows: four rows of B at a time are laid over four rows of C. Sixteen numbers of A stay in registers
 * while j runs, so that four loads from B and four from C serve sixteen products.
 *
 * Entry (i, j) of C stands at c + i · cStep + j, entry (i, k) of A at a + i · rowStep + k · columnStep, entry (k, j) of B
 * at k · bStep + j.
 */
export function addByRows(
  C: Float64Array,
  c: number,
  cStep: number,
  A: ArrayLike<number>,
  a: number,
  rowStep: number,
  columnStep: number,
  B: ArrayLike<number>,
  bStep: number,
  n: number,
  inner: number,
  m: number,
): void {
  const fourths = n - (n % 4)
  const innerFourths = inner - (inner % 4)
  for (let from = 0; from < m; from += blockColumns) {
    const width = Math.min(blockColumns, m - from)
    const corner = c + from
    for (let i = 0; i < fourths; i += 4)
      for (let k = 0; k < innerFourths; k += 4)
        addToFourRows(
          C,
          corner + i * cStep,
          cStep,
          A,
          a + i * rowStep + k * columnStep,
          rowStep,
          columnStep,
          B,
          from + k * bStep,
          bStep,
          width,
        )
    for (let i = fourths; i < n; i++)
      for (let k = 0; k < innerFourths; k += 4)
        addToRow(
          C,
          corner + i * cStep,
          A,
          a + i * rowStep + k * columnStep,
          columnStep,
          B,
          from + k * bStep,
          bStep,
          width,
        )
    for (let i = 0; i < n; i++)
      for (let k = innerFourths; k < inner; k++)
        addMultiple(
          C,
          corner + i * cStep,
          A[a + i * rowStep + k * columnStep] as number,
          B,
          from + k * bStep,
          width,
        )
  }
}

/** Four rows of C, from c on, += the 4×4 block of A that starts at a, times four rows of B, from b on. */
function addToFourRows(
  C: Float64Array,
  c: number,
  cStep: number,
  A: ArrayLike<number>,
  a: number,
  rowStep: number,
  columnStep: number,
  B: ArrayLike<number>,
  b: number,
  bStep: number,
  width: number,
): void {
  const r0 = a
  const r1 = a + 1 * rowStep
  const r2 = a + 2 * rowStep
  const r3 = a + 3 * rowStep
  const a00 = A[r0] as number
  const a01 = A[r0 + columnStep] as number
  const a02 = A[r0 + 2 * columnStep] as number
  const a03 = A[r0 + 3 * columnStep] as number
  const a10 = A[r1] as number
  const a11 = A[r1 + columnStep] as number
  const a12 = A[r1 + 2 * columnStep] as number
  const a13 = A[r1 + 3 * columnStep] as number
  const a20 = A[r2] as number
  const a21 = A[r2 + columnStep] as number
  const a22 = A[r2 + 2 * columnStep] as number
  const a23 = A[r2 + 3 * columnStep] as number
  const a30 = A[r3] as number
  const a31 = A[r3 + columnStep] as number
  const a32 = A[r3 + 2 * columnStep] as number
  const a33 = A[r3 + 3 * columnStep] as number
  const b1 = b + 1 * bStep
  const b2 = b + 2 * bStep
  const b3 = b + 3 * bStep
  const c1 = c + 1 * cStep
  const c2 = c + 2 * cStep
  const c3 = c + 3 * cStep
  for (let j = 0; j < width; j++) {
    const x0 = B[b + j] as number
    const x1 = B[b1 + j] as number
    const x2 = B[b2 + j] as number
    const x3 = B[b3 + j] as number
    C[c + j] = (C[c + j] as number) + a00 * x0 + a01 * x1 + a02 * x2 + a03 * x3
    C[c1 + j] = (C[c1 + j] as number) + a10 * x0 + a11 * x1 + a12 * x2 + a13 * x3
    C[c2 + j] = (C[c2 + j] as number) + a20 * x0 + a21 * x1 + a22 * x2 + a23 * x3
    C[c3 + j] = (C[c3 + j] as number) + a30 * x0 + a31 * x1 + a32 * x2 + a33 * x3
  }
}

/** A row of C, from c on, += four numbers of A, from a on, times four rows of B, from b on. */
function addToRow(
  C: Float64Array,
  c: number,
  A: ArrayLike<number>,
  a: number,
  columnStep: number,
  B: ArrayLike<number>,
  b: number,
  bStep: number,
  width: number,
): void {
  const a0 = A[a] as number
  const a1 = A[a + columnStep] as number
  const a2 = A[a + 2 * columnStep] as number
  const a3 = A[a + 3 * columnStep] as number
  const b1 = b + bStep
  const b2 = b1 + bStep
  const b3 = b2 + bStep
  for (let j = 0; j < width; j++)
    C[c + j] =
      (C[c + j] as number) +
      a0 * (B[b + j] as number) +
      a1 * (B[b1 + j] as number) +
      a2 * (B[b2 + j] as number) +
      a3 * (B[b3 + j] as number)
}

/** A row of C, from c on, += a times a row of B, from b on. */
function addMultiple(
  C: Float64Array,
  c: number,
  a: number,
  B: ArrayLike<number>,
  b: number,
  width: number,
): void {
  for (let j = 0; j < width; j++) C[c + j] = (C[c + j] as number) + a * (B[b + j] as number)
}
