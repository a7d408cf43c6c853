import { expect, it } from 'vitest';

import NEW_SLOT from '../../../../../src-tauri/crates/checks/src/new_slot.rs?raw';
import { blocks } from './blocks';

it('has breaks and meals as long as those that a fix inserts', () => {
  const inserted = [...NEW_SLOT.matchAll(/\(Kind::(\w+), "block-([\w-]+)", "[\w-]+", (\d+)\)/g)];
  const builtIn = new Map(blocks([]).map((block) => [block.id, block]));
  const own = inserted.flatMap(([, , id]) => builtIn.get(id ?? '') ?? []);
  expect(own.map(({ kind, id, minutes }) => [kind, id, minutes])).toEqual(
    inserted.map(([, kind, id, minutes]) => [kind?.toLowerCase(), id, Number(minutes)]),
  );
  expect(inserted).toHaveLength(2);
});
