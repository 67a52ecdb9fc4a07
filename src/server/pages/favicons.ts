/** The icon in the browser's tab: a point on its way down a valley; orange while a kernel is at work. */
export function favicon(isBusy: boolean): string {
  const colour = isBusy ? '#e8590c' : '#1971c2'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${colour}"/><path d="M4 7c4 24 20 24 24 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="9.5" cy="16" r="4" fill="#fff"/></svg>`
}
