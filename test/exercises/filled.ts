import ts from 'typescript'
import { exercises, hunts } from '../../src/exercises/index.js'

/**
 * A stub cell with the solution in it: the first statement that has a `todo()` in it gives way to the code, further
 * ones go.
 */
export function filled(stub: string, code: string): string {
  const file = ts.createSourceFile('cell.ts', stub, ts.ScriptTarget.ES2022, true)
  let text = ''
  let done = false
  for (const statement of file.statements) {
    const own = stub.slice(statement.getFullStart(), statement.getEnd())
    if (!/\btodo(<.*>)?\(/.test(statement.getText()) || ts.isImportDeclaration(statement)) text += own
    else if (!done) {
      text += `\n${code}`
      done = true
    }
  }
  if (!done) throw new Error(`There is no todo() in this cell: ${stub}`)
  return text
}

/** How the cells of a chapter are filled in. */
export type Filling = 'solution' | 'wrong answer'

/**
 * What a learner might have in a cell: the solution, or something wrong. A cell that asks nothing stays as it is.
 *
 * @param chapter `06`
 * @param id the cell's id, `exercise-3-answer` or `hunt-1-answer`
 */
export function answered(chapter: string, id: string, source: string, filling: Filling): string {
  const [, kind, number] = /^(exercise|hunt)-(\d+)-answer$/.exec(id) ?? []
  if (kind === 'exercise') return filled(source, answerTo(`${chapter}-${number}`, filling))
  if (kind === 'hunt') return huntAnswered(`${chapter}-h${number}`, source, filling)
  return source
}

function answerTo(id: string, filling: Filling): string {
  const exercise = exercises.find((each) => each.id === id)
  if (exercise === undefined) throw new Error(`There is no exercise ${id}.`)
  const { code } = exercise.solution
  if (filling === 'solution') return code
  const name = /\b(?:const|function) (my\w*)/.exec(code)?.[1]
  if (name === undefined) throw new Error(`The solution of ${id} declares nothing of the learner's: ${code}`)
  if (exercise.kind === 'choice') return `const ${name} = '${exercise.mistakes[0]?.option}'`
  if (exercise.kind === 'parameter') return `const ${name} = ${exercise.mistakes[0]?.examples[0]}`
  const isFunction = exercise.kind === 'write' || exercise.kind === 'mend'
  return `const ${name} = ${isFunction ? '() => ' : ''}12345.678`
}

function huntAnswered(id: string, source: string, filling: Filling): string {
  const hunt = hunts.find((each) => each.id === id)
  if (hunt === undefined) throw new Error(`There is no bug hunt ${id}.`)
  const line = filling === 'solution' ? hunt.line : hunt.line === 1 ? 2 : 1
  return source.replace(/todo\(\), todo\(\)/, `${line}, '${hunt.reason}'`)
}
