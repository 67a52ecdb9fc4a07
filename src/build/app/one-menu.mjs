/**
 * Notebook 7 moves and hides menu entries of JupyterLab by naming them again. JupyterLab warns about each in the
 * console of every visit; here the entry is taken out of the menu that loses it, and that is all.
 *
 * @param settings `{ id, schema }`, whose schemas are changed
 */
export function oneMenu(settings) {
  const entries = settings.flatMap(({ id, schema }) =>
    (schema['jupyter.lab.menus']?.main ?? []).flatMap((menu) => itemsOf(menu, id)),
  )
  for (const { item, id } of entries) {
    if (!id.startsWith('@jupyter-notebook/')) continue
    for (const other of entries) {
      if (
        other.id !== id &&
        other.item.command === item.command &&
        !other.id.startsWith('@jupyter-notebook/')
      ) {
        other.menu.items = other.menu.items.filter((each) => each !== other.item)
        if (item.disabled !== true) Object.assign(item, { ...other.item, ...item })
      }
    }
  }
  for (const { menu } of entries) menu.items = menu.items.filter(({ disabled }) => disabled !== true)
}

/** Every entry of a menu with a command, and of the menus in it. */
function itemsOf(menu, id) {
  return (menu.items ?? []).flatMap((item) => [
    ...(item.command === undefined ? [] : [{ item, menu, id }]),
    ...(item.submenu === undefined ? [] : itemsOf(item.submenu, id)),
  ])
}
