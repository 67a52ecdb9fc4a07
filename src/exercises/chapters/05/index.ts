/** The checkers of chapter 5, as its cells import them. */
export {}
