// Every `as number` in this file follows from the sizes: an index is always below its array's length.

/**
 * C += A·Bᵀ, by dots: entry (i, j) gets row i of A times row j of B, sixteen entries at a time.
 *
 * @param C n×m, row after row; changed in place, and none of the other two
 * @param A n×inner
 * @param B m×inner
 */
export function addByDots(
  C: Float64Array,
  A: ArrayLike<number>,
  B: ArrayLike<number>,
  n: number,
  inner: number,
  m: number,
): void {
  const fourths = n - (n % 4)
  const columnFourths = m - (m % 4)
  for (let i = 0; i < fourths; i += 4) {
    for (let j = 0; j < columnFourths; j += 4)
      addSixteenDots(C, i * m + j, m, A, i * inner, B, j * inner, inner)
    for (let j = columnFourths; j < m; j++) addFourDots(C, i * m + j, m, B, j * inner, A, i * inner, inner)
  }
  for (let i = fourths; i < n; i++) {
    for (let j = 0; j < columnFourths; j += 4) addFourDots(C, i * m + j, 1, A, i * inner, B, j * inner, inner)
    for (let j = columnFourths; j < m; j++) addDot(C, i * m + j, A, i * inner, B, j * inner, inner)
  }
}

/** A 4×4 block of C, from c on, += four rows of A, from a on, times four rows of B, from b on. */
function addSixteenDots(
  C: Float64Array,
  c: number,
  m: number,
  A: ArrayLike<number>,
  a: number,
  B: ArrayLike<number>,
  b: number,
  inner: number,
): void {
  const a1 = a + 1 * inner
  const a2 = a + 2 * inner
  const a3 = a + 3 * inner
  const b1 = b + 1 * inner
  const b2 = b + 2 * inner
  const b3 = b + 3 * inner
  const c1 = c + m
  const c2 = c + 2 * m
  const c3 = c + 3 * m
  let s00 = C[c] as number
  let s01 = C[c + 1] as number
  let s02 = C[c + 2] as number
  let s03 = C[c + 3] as number
  let s10 = C[c1] as number
  let s11 = C[c1 + 1] as number
  let s12 = C[c1 + 2] as number
  let s13 = C[c1 + 3] as number
  let s20 = C[c2] as number
  let s21 = C[c2 + 1] as number
  let s22 = C[c2 + 2] as number
  let s23 = C[c2 + 3] as number
  let s30 = C[c3] as number
  let s31 = C[c3 + 1] as number
  let s32 = C[c3 + 2] as number
  let s33 = C[c3 + 3] as number
  for (let k = 0; k < inner; k++) {
    const y0 = B[b + k] as number
    const y1 = B[b1 + k] as number
    const y2 = B[b2 + k] as number
    const y3 = B[b3 + k] as number
    const x0 = A[a + k] as number
    s00 += x0 * y0
    s01 += x0 * y1
    s02 += x0 * y2
    s03 += x0 * y3
    const x1 = A[a1 + k] as number
    s10 += x1 * y0
    s11 += x1 * y1
    s12 += x1 * y2
    s13 += x1 * y3
    const x2 = A[a2 + k] as number
    s20 += x2 * y0
    s21 += x2 * y1
    s22 += x2 * y2
    s23 += x2 * y3
    const x3 = A[a3 + k] as number
    s30 += x3 * y0
    s31 += x3 * y1
    s32 += x3 * y2
    s33 += x3 * y3
  }
  C[c] = s00
  C[c + 1] = s01
  C[c + 2] = s02
  C[c + 3] = s03
  C[c1] = s10
  C[c1 + 1] = s11
  C[c1 + 2] = s12
  C[c1 + 3] = s13
  C[c2] = s20
  C[c2 + 1] = s21
  C[c2 + 2] = s22
  C[c2 + 3] = s23
  C[c3] = s30
  C[c3 + 1] = s31
  C[c3 + 2] = s32
  C[c3 + 3] = s33
}

/** Four entries of C, from c on, `step` apart, += one row, from a on, times each of four rows, from b on. */
function addFourDots(
  C: Float64Array,
  c: number,
  step: number,
  A: ArrayLike<number>,
  a: number,
  B: ArrayLike<number>,
  b: number,
  inner: number,
): void {
  const b1 = b + inner
  const b2 = b1 + inner
  const b3 = b2 + inner
  let s0 = C[c] as number
  let s1 = C[c + step] as number
  let s2 = C[c + 2 * step] as number
  let s3 = C[c + 3 * step] as number
  for (let k = 0; k < inner; k++) {
    const x = A[a + k] as number
    s0 += x * (B[b + k] as number)
    s1 += x * (B[b1 + k] as number)
    s2 += x * (B[b2 + k] as number)
    s3 += x * (B[b3 + k] as number)
  }
  C[c] = s0
  C[c + step] = s1
  C[c + 2 * step] = s2
  C[c + 3 * step] = s3
}

/** One entry of C += a row, from a on, times a row, from b on. */
function addDot(
  C: Float64Array,
  c: number,
  A: ArrayLike<number>,
  a: number,
  B: ArrayLike<number>,
  b: number,
  inner: number,
): void {
  let sum = C[c] as number
  for (let k = 0; k < inner; k++) sum += (A[a + k] as number) * (B[b + k] as number)
  C[c] = sum
}
