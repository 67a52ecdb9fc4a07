/**
 * Milliseconds after which a wait is given up. It ends what hangs, and says what was waited for; how soon a thing comes
 * is the machine's business, and the machine may be a small one that runs all tests at once.
 */
export const patience = 120_000
