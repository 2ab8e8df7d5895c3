// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reporter, TestModule, Vitest } from 'vitest/node'

/** Ends a run with one plain line, `421 passed, 0 failed, 0 skipped`. A file that does not load counts as a failure. */
export default class ClosingLine implements Reporter {
  #log: (line: string) => void = () => {}

  onInit(vitest: Vitest): void {
    this.#log = (line) => vitest.logger.log(line)
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((one) => one === state).length
    const broken = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .flatMap((suite) => suite.errors())
    const failed = count('failed') + broken.length + unhandled.length
    this.#log(
      `${count('passed')} passed, ${failed} failed, ${states.length - count('passed') - count('failed')} skipped`,
    )
  }
}
