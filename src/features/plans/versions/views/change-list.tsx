// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IconName } from '../../../../ui/icon.tsx'
import { paths } from '../../../../ui/paths.ts'
import { Tag, type Tone } from '../../../../ui/tag.tsx'
import { TextDiff } from '../../../records/index.ts'
import type { PlanAddress } from '../../plan/index.ts'
import type { PlanChange } from '../compare-plans.ts'
import { type ChangeGroup, changeWords } from '../group-changes.ts'
import { fieldWords, partWords, valueWords } from '../value-words.ts'

const look = {
  added: ['success', 'plus-circle'],
  removed: ['danger', 'minus-circle'],
  changed: ['info', 'pencil'],
} as const satisfies Record<PlanChange['change'], readonly [Tone, IconName]>

type ChangeListProps = {
  readonly group: ChangeGroup
  /** Of lines, by code. */
  readonly titles: ReadonlyMap<string, string>
  readonly where: PlanAddress
}

/** The changes of one side of a plan, each field with what was taken away and what was added. */
export const ChangeList = ({ group, titles, where }: ChangeListProps) => (
  <>
    {group.changes.map((change, index) => (
      <article key={change.key} class="t-panel t-comparison" aria-labelledby={`${group.id}-${index}`}>
        <h3 id={`${group.id}-${index}`} class="h5">
          <PartTitle change={change} titles={titles} where={where} /> <ChangeTag change={change.change} />
        </h3>
        {change.fields.length > 0 && (
          <dl class="t-facts">
            {change.fields.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{fieldWords(change.kind, field)}</dt>
                <dd class="t-printed">
                  <TextDiff
                    before={valueWords(change.kind, field, before)}
                    after={valueWords(change.kind, field, after)}
                  />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </article>
    ))}
  </>
)

/** The line's code leads to its page, where it still is in the plan's edition. */
function PartTitle({ change, titles, where }: Omit<ChangeListProps, 'group'> & { readonly change: PlanChange }) {
  const words = partWords(change, titles)
  if (change.kind !== 'entry' || change.change === 'removed') return <>{words}</>
  return <a href={paths.line({ ...where, code: String(change.identity.code) })}>{words}</a>
}

function ChangeTag({ change }: Pick<PlanChange, 'change'>) {
  const [tone, icon] = look[change]
  return <Tag tone={tone} icon={icon} label={changeWords[change]} />
}
