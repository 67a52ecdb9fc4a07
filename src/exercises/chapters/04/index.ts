/** The checkers of chapter 4, as its cells import them. */
export {}
