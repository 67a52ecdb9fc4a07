/** The checkers of chapter 7, as its cells import them. */
export {}
