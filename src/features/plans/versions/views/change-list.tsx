// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IconName } from '../../../../ui/icon.tsx'
import { Tag, type Tone } from '../../../../ui/tag.tsx'
import { TextDiff } from '../../../records/index.ts'
import type { PlanChange } from '../compare-plans.ts'
import { type ChangeGroup, changeWords } from '../group-changes.ts'

const look = {
  added: ['success', 'plus-circle'],
  removed: ['danger', 'minus-circle'],
  changed: ['info', 'pencil'],
} as const satisfies Record<PlanChange['change'], readonly [Tone, IconName]>

/** The changes of one side of a plan, each field with what was taken away and what was added. */
export const ChangeList = ({ id, changes }: ChangeGroup) => (
  <>
    {changes.map(({ record, title, page, change, fields }, index) => (
      <article key={record.key} class="t-panel t-comparison" aria-labelledby={`${id}-${index}`}>
        <h3 id={`${id}-${index}`} class="h5">
          {page ? <a href={page}>{title}</a> : title} <ChangeTag change={change} />
        </h3>
        {fields.length > 0 && (
          <dl class="t-facts">
            {fields.map(({ field, label, words }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd class="t-printed">
                  <TextDiff before={words.before} after={words.after} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </article>
    ))}
  </>
)

function ChangeTag({ change }: Pick<PlanChange, 'change'>) {
  const [tone, icon] = look[change]
  return <Tag tone={tone} icon={icon} label={changeWords[change]} />
}
