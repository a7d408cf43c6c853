/** Opening and adding programmes. */
import { language, t } from '../i18n/i18n.svelte';
import type { AppContext } from '../state/context';
import { newId } from '../state/ids';

export async function openProgramme({ plan, navigation }: AppContext, id: string): Promise<void> {
  navigation.go({ screen: 'programme' });
  await plan.load(id);
}

/** Adds a programme in the zone of the system and the language of the window, and opens it. */
export async function addProgramme(app: AppContext): Promise<void> {
  const id = newId();
  const done = await app.plan.apply({
    type: 'addProgramme',
    id,
    title: t('new-programme-title'),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris',
    language: language(),
  });
  if (done) await openProgramme(app, id);
}
