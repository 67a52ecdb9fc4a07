import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Kinds of test files by how long one takes, longest first. */
const slow = [
  /\.clone\.test\.ts$/,
  /notebooks\/.*\.kernel\.test\.ts$/,
  /\.kernel\.test\.ts$/,
  /\.browser\.test\.ts$/,
]

/** Starts the longest files first, so that at the end no worker waits for one that began late. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const kind = ({ moduleId }: TestSpecification) => {
      const found = slow.findIndex((pattern) => pattern.test(moduleId))
      return found === -1 ? slow.length : found
    }
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => kind(a) - kind(b))
  }
}
