import { describe, expect, it } from 'vitest';

import { DAY, track, view } from '../test-day';
import { copyTo, linesOf, pasteEdits, sketchesIn, sketchOf } from './clipboard';

/** What a copy puts on the clipboard, by type. */
function clipboard(): DataTransfer {
  const held = new Map<string, string>();
  return {
    setData: (type: string, text: string) => void held.set(type, text),
    getData: (type: string) => held.get(type) ?? '',
  } as unknown as DataTransfer;
}

describe('copying', () => {
  it('writes lines as a page does, for any program', () => {
    const data = clipboard();
    copyTo(data, view, ['welcome', 'break']);
    expect(data.getData('text/plain')).toBe('- 9h - 9h30 : welcome\n- 10h - 10h30 : break');
  });

  it('keeps everything for this window, the tracks of a block included', () => {
    const data = clipboard();
    copyTo(data, view, ['block']);
    const [block] = sketchesIn(data) ?? [];
    expect(block).toMatchObject({ title: 'block', minutes: 30 });
    expect(block?.tracks.map((one) => one.slots.map((slot) => slot.title))).toEqual([
      ['one', 'two'],
      [],
    ]);
  });

  it('leaves out a slot that no longer exists', () => {
    expect(sketchOf(view, 'gone')).toBeNull();
    expect(linesOf(view, ['gone', 'break'])).toBe('- 10h - 10h30 : break');
  });
});

describe('pasting', () => {
  const sketch = sketchOf(view, 'welcome');
  if (!sketch) throw new Error('no sketch');

  it('reads nothing of its own from what another program copied', () => {
    const data = clipboard();
    data.setData('text/plain', '- 9h : Accueil');
    expect(sketchesIn(data)).toBeNull();
    data.setData('application/x-deroule-slots+json', '{ not json');
    expect(sketchesIn(data)).toBeNull();
    data.setData('application/x-deroule-slots+json', '{}');
    expect(sketchesIn(data)).toBeNull();
  });

  it('inserts in one edit, under new ids', () => {
    const { ids, edits } = pasteEdits([sketch, sketch], { parent: DAY, before: 'b' }, 540, false);
    expect(new Set(ids).size).toBe(2);
    expect(edits).toEqual([
      {
        ...{ type: 'insertSlots', parent: DAY, before: 'b' },
        slots: ids.map((id) => ({ id, sketch })),
      },
    ]);
  });

  it('starts an empty day when the first slot does', () => {
    const { edits } = pasteEdits([sketch], { parent: DAY, before: null }, 510, true);
    expect(edits[0]).toEqual({ type: 'setDayStart', day: 'd', start: 510 });
    expect(pasteEdits([sketch], { parent: DAY, before: null }, null, true).edits).toHaveLength(1);
    const inTrack = { parent: track('t1'), before: null };
    expect(pasteEdits([sketch], inTrack, 510, true).edits).toHaveLength(1);
  });
});
