/** The same function, which keeps its last two results: a check asks for the same one several times. */
export function remembered<R>(compute: (value: number) => R): (value: number) => R {
  let known: readonly (readonly [value: number, result: R])[] = []
  return (value) => {
    const found = known.find(([each]) => Object.is(each, value))
    const entry = found ?? ([value, compute(value)] as const)
    known = [entry, ...known.filter((each) => each !== entry).slice(0, 1)]
    return entry[1]
  }
}
