/** The icon of each kind of slot. */
import type { Kind } from '../host/generated/types';
import type { IconName } from './icons';

export const KIND_ICONS: Record<Kind, IconName> = {
  welcome: 'cup',
  plenary: 'screen',
  activity: 'spark',
  workshop: 'columns',
  break: 'pause',
  meal: 'food',
  freeTime: 'sun',
  travel: 'route',
  wrapUp: 'flag',
};
