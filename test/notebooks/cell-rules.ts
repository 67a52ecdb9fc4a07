import ts from 'typescript'

/** Names that a cell must not reach for: Node's, the page's, and what makes a second run differ from the first. */
const refused = new Set(
  'require process Buffer module exports globalThis global window document navigator localStorage fetch setTimeout setInterval Date performance crypto'.split(
    ' ',
  ),
)

/** What the earlier cells of a chapter declared or imported. */
export interface Earlier {
  readonly declared: ReadonlySet<string>
  readonly imported: ReadonlySet<string>
}

/** What a cell declares and imports, and which rules it breaks. */
export interface CellReport {
  readonly declared: readonly string[]
  readonly imported: readonly string[]
  readonly broken: readonly string[]
}

/** Holds one code cell against the rules for cells. */
export function checkCell(source: string, earlier: Earlier): CellReport {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true)
  const broken: string[] = []
  const declared: string[] = []
  const imported: string[] = []
  const say = (node: ts.Node, rule: string): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
    broken.push(`line ${line}: ${rule}`)
  }

  if (source.split('\n').length > 25) broken.push('more than 25 lines')
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      if (!ts.isStringLiteral(statement.moduleSpecifier) || statement.moduleSpecifier.text !== '../src') {
        say(statement, "imports something other than '../src'")
      }
      const bindings = statement.importClause?.namedBindings
      if (bindings === undefined || !ts.isNamedImports(bindings)) say(statement, 'imports without names')
      else imported.push(...bindings.elements.map((element) => element.name.text))
    }
    if (ts.isIterationStatement(statement, false))
      say(statement, 'a loop at the top level of a cell is slow in tslab')
    declared.push(...namesOf(statement))
  }
  for (const name of declared) {
    if (earlier.declared.has(name)) broken.push(`declares ${name}, which an earlier cell declares`)
  }

  const foreign = new Set([...earlier.declared, ...earlier.imported, ...imported])
  const visit = (node: ts.Node): void => {
    if (ts.isShorthandPropertyAssignment(node) && foreign.has(node.name.text)) {
      say(node, `shorthand { ${node.name.text} } of an imported or earlier name`)
    }
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
      const target = rootName(node.left)
      if (target !== undefined && earlier.declared.has(target))
        say(node, `assigns ${target} of an earlier cell`)
    }
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const target = rootName(node.operand)
      const steps =
        node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken
      if (steps && target !== undefined && earlier.declared.has(target))
        say(node, `assigns ${target} of an earlier cell`)
    }
    if (
      node.kind === ts.SyntaxKind.ExportKeyword ||
      ts.isExportAssignment(node) ||
      ts.isExportDeclaration(node)
    ) {
      say(node, 'exports')
    }
    if (ts.isClassDeclaration(node) || ts.isClassExpression(node)) say(node, 'a class in a cell')
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent))
      say(node, 'dynamic import')
    if (ts.isIdentifier(node) && isReference(node) && refused.has(node.text)) say(node, `uses ${node.text}`)
    if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') say(node, 'uses Math.random')
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { declared, imported, broken }
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => bindingNames(name))
  }
  if (
    (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
    statement.name !== undefined
  ) {
    return [statement.name.text]
  }
  return []
}

function bindingNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindingNames(element.name) : []))
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

/** `path` of `path`, `path.x` and `path[0].x`. */
function rootName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return rootName(node.expression)
  return undefined
}

/** Whether an identifier stands for a value, and is not a property's name. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  return true
}
