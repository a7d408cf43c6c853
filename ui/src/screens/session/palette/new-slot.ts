/** When a slot that is being typed would start. Rust answers, with a preview of adding it. */
import type { Clock, Edit, Parent, SlotId } from '../../../host/generated/types';
import { t } from '../../../i18n/i18n.svelte';
import { newId } from '../../../state/ids';
import type { Plan } from '../../../state/plan.svelte';
import { timedOf } from '../selection/queries';
import { minutes } from '../../../time/units';

/** The start of a new slot without a pin before `before`, or at the end. Null where
 *  no slot can be added. Rejects when Rust does not answer. */
export async function startOfNewSlot(
  plan: Pick<Plan, 'previews'>,
  parent: Parent,
  before: SlotId | null,
): Promise<Clock | null> {
  const id = newId();
  const title = t('slot-insert');
  const slot = { id, title, kind: 'activity', minutes: minutes(0), pin: null } as const;
  const edit: Edit = { type: 'addSlot', ...slot, parent, before };
  const [preview] = await plan.previews([edit]);
  return timedOf(preview?.session ?? null, id)?.start ?? null;
}
