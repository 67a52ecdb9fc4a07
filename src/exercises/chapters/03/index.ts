/** The checkers of chapter 3, as its cells import them. */
export {}
