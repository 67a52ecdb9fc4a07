import type { RunModel } from '../../jupyter/outputs/run-model.js'
import type { Run } from '../kernels/run.js'
import { labelOutput } from './label-outputs.js'

/** A run as the page is told of it. */
export function modelOfRun(run: Run, { shown }: { shown: boolean }): RunModel {
  const ran = run.started ?? run.queued
  const { code, question } = run
  return {
    id: run.id,
    cell: run.cell ?? '',
    code,
    state: run.state,
    execution_count: run.executionCount,
    queued: run.queued.toISOString(),
    started: run.started?.toISOString() ?? null,
    ended: run.ended?.toISOString() ?? null,
    outputs: run.outputs.kept.map(({ output, displayId }) => ({ output, display_id: displayId ?? null })),
    clears_at_next: run.outputs.clearsAtNext,
    question: question === undefined ? null : { header: question.header, content: question.content },
    saved: run.saved,
    deleted: run.deleted !== undefined,
    from_notebook: run.fromNotebook,
    client: run.client,
    shown,
    labels: { edited: labelOutput('edited', { code, ran }), gone: labelOutput('gone', { code, ran }) },
  }
}
