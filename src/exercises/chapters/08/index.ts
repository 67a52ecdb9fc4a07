/** The checkers of chapter 8, as its cells import them. */
export {}
