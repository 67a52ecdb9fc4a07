const newWindow = /[\\/]@jupyter-notebook[\\/]docmanager-extension[\\/]lib[\\/]index\.js$/

const sessionContext = /[\\/]apputils[\\/]lib[\\/]sessioncontext\.js$/

/**
 * Lines of packages that the page has otherwise. Each names what is wrong with it; where a newer version no longer
 * has the line, the build stops and says so, and the mend goes.
 */
export const mends = [
  {
    // Written for every cell of a notebook, about a use of Yjs that is JupyterLab's own and works.
    file: /[\\/]yjs[\\/]dist[\\/]yjs\.mjs$/,
    from: "logging.warn('[yjs#509] Not same Y.Doc');",
    to: ';',
  },
  {
    file: /[\\/]yjs[\\/]dist[\\/]yjs\.mjs$/,
    from: "logging.warn('Invalid access: Add Yjs type to a document before reading data.');",
    to: '',
  },
  {
    // A plugin's settings may be there before the shortcuts' own, whose schema this reads.
    file: /[\\/]shortcuts-extension[\\/]lib[\\/]index\.js$/,
    from: 'if (plugin !== shortcuts.id) {',
    to: 'if (plugin !== shortcuts.id && registry.plugins[shortcuts.id] !== undefined) {',
  },
  {
    // What is asked about ends where the completion would, not as far behind it again as the cursor is from the start.
    file: /[\\/]completer[\\/]lib[\\/]default[\\/]kernelprovider\.js$/,
    from: 'offset = offset + value.length;',
    to: 'offset = Text.jsIndexToCharIndex(start + value.length, code);',
  },
  {
    // The kernel's completions say what they insert, without which the above is never asked about.
    file: /[\\/]completer[\\/]lib[\\/]default[\\/]kernelprovider\.js$/,
    from: 'items.push({ label });',
    to: 'items.push({ label, insertText: label });',
  },
  {
    // Choosing a theme while it follows the system only stopped following.
    file: /[\\/]apputils-extension[\\/]lib[\\/]themesplugins\.js$/,
    from: 'return manager.toggleAdaptiveTheme();',
    to: 'return manager.toggleAdaptiveTheme().then(() => manager.setTheme(theme));',
  },
  {
    // A cell that comes into view during a search may have its editor by then.
    file: /[\\/]codemirror[\\/]lib[\\/]searchprovider\.js$/,
    from: "throw new Error('CodeMirrorEditor already set.');",
    to: 'return;',
  },
  {
    // The language of plain text, by a parser that is made of an empty grammar at every visit: its maker is 76 KB.
    file: /[\\/]codemirror[\\/]lib[\\/]language\.js$/,
    from: "import { buildParser } from '@lezer/generator';",
    to: '',
  },
  {
    file: /[\\/]codemirror[\\/]lib[\\/]language\.js$/,
    from: "LRLanguage.define({ parser: buildParser('@top Program { }') })",
    to: 'StreamLanguage.define({ token: (stream) => { stream.skipToEnd(); return null; } })',
  },
  {
    // Code is read and coloured when it comes near the screen; the source of Markdown is hidden until its cell is
    // opened. The first editors do not wait, so that what the page opens with has its colours in its first picture.
    file: /[\\/]codemirror[\\/]lib[\\/]editor\.js$/,
    from: '.getLanguage(this._model.mimeType)',
    to: `.getLanguage(this._model.mimeType).then((language) => {
        const isMarkdown = this._model.mimeType === 'text/x-ipythongfm';
        CodeMirrorEditor.coloured ??= 0;
        if (!isMarkdown && CodeMirrorEditor.coloured++ < 4) return language;
        return new Promise((resolve) => {
          const watch = new IntersectionObserver((seen) => {
            if (!seen.some((each) => each.isIntersecting)) return;
            watch.disconnect();
            resolve(language);
          }, { scrollMargin: '600px' });
          watch.observe(this.host);
        });
      })`,
  },
  {
    // A notebook that is shown makes the cells of the screen; the others follow when the page has nothing to do.
    file: /[\\/]notebook[\\/]lib[\\/]widget\.js$/,
    from: 'void this._runOnIdleTime();',
    to: 'void this._runOnIdleTime(MAXIMUM_TIME_REMAINING, true);',
  },
  {
    file: /[\\/]notebook[\\/]lib[\\/]widget\.js$/,
    from: '_runOnIdleTime(remainingTime = MAXIMUM_TIME_REMAINING) {',
    to: '_runOnIdleTime(remainingTime = MAXIMUM_TIME_REMAINING, toFill = false) {',
  },
  {
    file: /[\\/]notebook[\\/]lib[\\/]widget\.js$/,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of the package
    from: 'cell.node.style.containIntrinsicSize = `auto ${height}px`;',
    to: `cell.node.style.containIntrinsicSize = 'auto ' + height + 'px';
                        if (toFill && cell.node.getBoundingClientRect().top > this.node.getBoundingClientRect().bottom) {
                            cellIdx++;
                            break;
                        }`,
  },
  {
    // Each of the fifteen plugins with shortcuts made those of all anew.
    file: /[\\/]shortcuts-extension[\\/]lib[\\/]index\.js$/,
    from: 'settings.changed.connect(() => {',
    to: `let soon;
            settings.changed.connect(() => {
                clearTimeout(soon);
                soon = setTimeout(() => Private.loadShortcuts(commands, settings.composite), 100);
                return;`,
  },
  {
    // The shades of a colour are made once.
    file: /[\\/]web-components[\\/]dist[\\/]esm[\\/]color[\\/]palette\.js$/,
    from: 'static from(source) {',
    to: `static from(source) {
      const made = (PaletteRGBImpl.made ??= {});
      return (made[[source.r, source.g, source.b]] ??= PaletteRGBImpl.make(source));
    }
    static make(source) {`,
  },
  {
    // JupyterLab names its theme at the start, as the document has named it: the toolbar takes it on once.
    file: /[\\/]web-components[\\/]dist[\\/]esm[\\/]utilities[\\/]theme[\\/]applyTheme\.js$/,
    from: 'new MutationObserver(() => {',
    to: 'new MutationObserver((changes) => { if (changes.every((each) => each.oldValue === document.body.getAttribute(THEME_NAME_BODY_ATTRIBUTE))) return;',
  },
  {
    file: /[\\/]web-components[\\/]dist[\\/]esm[\\/]utilities[\\/]theme[\\/]applyTheme\.js$/,
    from: 'attributes: true,',
    to: 'attributes: true, attributeOldValue: true,',
  },
  {
    // A new notebook is shown in a window of its own: its kernel is started there, once, and not here.
    file: newWindow,
    from: 'const path = widget.context.path;',
    to: `const path = widget.context.path;
      const { sessionContext } = widget.context;
      sessionContext.kernelPreference = { ...sessionContext.kernelPreference, shouldStart: false };`,
  },
  {
    // The kernel that was chosen for it is known before it runs, and is saved for that window, which asked else.
    file: newWindow,
    from: 'await widget.context.save();',
    to: `await widget.context.ready;
      const chosen = app.serviceManager.kernelspecs.specs?.kernelspecs[sessionContext.kernelPreference.name];
      if (chosen !== undefined) {
        const { name, display_name, language } = chosen;
        widget.context.model.setMetadata('kernelspec', { name, display_name, language });
      }
      await widget.context.save();`,
  },
  // A page asked for its session under a made-up path, and said the real one when the kernel had started: of two windows
  // that were opened at once each got a kernel, and a page that was reloaded meanwhile left one behind. The server of
  // ours gives all who ask for a path the same session, from the first moment.
  {
    file: sessionContext,
    from: 'path: requestId,',
    to: 'path: this._path,',
  },
  {
    file: sessionContext,
    from: `if (this._pendingSessionRequest !== session.path) {
                await session.shutdown();`,
    to: `if (this._pendingSessionRequest !== requestId) {
                if (!this._pendingSessionRequest) await session.shutdown();`,
  },
  {
    file: sessionContext,
    from: '// Change to the real path.',
    to: `const other = (wanted, there) => wanted && wanted !== there;
            if (other(model.name, session.kernel?.name) || other(model.id, session.kernel?.id))
                await session.changeKernel(model);`,
  },
  {
    // A page has no working directory: without this no relative link or picture in Markdown is found.
    file: /[\\/]path-browserify[\\/]index\.js$/,
    from: 'cwd = process.cwd();',
    to: "cwd = '/';",
  },
  {
    // The page's policy runs the scripts of a trusted output by this mark.
    file: /[\\/]rendermime[\\/]lib[\\/]renderers\.js$/,
    from: 'clone.textContent = script.textContent;',
    to: "clone.textContent = script.textContent; clone.nonce = document.querySelector('script[nonce]')?.nonce ?? '';",
  },
]

/** The mended text of a file. */
export function mend(path, text) {
  let mended = text
  for (const { file, from, to } of mends) {
    if (!file.test(path)) continue
    if (!mended.includes(from))
      throw new Error(`${path} has no longer the line that is mended: ${from}. Take the mend away.`)
    mended = mended.replace(from, () => to)
  }
  return mended
}
