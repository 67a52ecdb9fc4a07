/** The checkers of chapter 2, as its cells import them. */
export {}
