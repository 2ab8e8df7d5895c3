// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../kernel/errors.ts'
import { fieldId } from './form-fields.tsx'

type ErrorSummaryProps = {
  readonly message: string
  /** A problem with a field has the field's name as its place. */
  readonly problems: readonly Problem[]
  /** The names of the form's fields: errors link to them. */
  readonly labels: Readonly<Record<string, string>>
}

/** What is wrong with a form, at the top of the page. Each error links to its field. */
export function ErrorSummary({ message, problems, labels }: ErrorSummaryProps) {
  return (
    <div class="alert alert-danger t-alert" role="alert" aria-labelledby="errori">
      <h2 id="errori" class="h5">
        {message}
      </h2>
      <ul>
        {problems.map((problem) => {
          const label = labels[problem.place]
          return (
            <li key={`${problem.place} ${problem.message}`}>
              {label ? (
                <a href={`#${fieldId(problem.place)}`}>
                  {label}: {inWords(problem)}
                </a>
              ) : (
                inWords(problem)
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The error of a field, for its control to show; undefined when it has none. */
export function faultOf(problems: readonly Problem[], name: string): string | undefined {
  const problem = problems.find(({ place }) => place === name)
  return problem && inWords(problem)
}

const inWords = ({ message, remedy }: Problem): string => (remedy ? `${message}; ${remedy}` : message)
