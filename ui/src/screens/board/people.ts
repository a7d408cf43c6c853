/** Numbers of people in fields: a number, perhaps followed by a word; empty for no limit. */
import { t } from '../../i18n/i18n.svelte';

/** The number at the start of a text; null when it is empty. */
export function peopleIn(text: string): number | null {
  const count = Number.parseInt(text, 10);
  return Number.isNaN(count) ? null : count;
}

/** Why a text is refused; null when it is accepted. */
export function faultInPeople(text: string): string | null {
  return /^\s*(\d+\D*)?$/.test(text) ? null : t('fault-people');
}
