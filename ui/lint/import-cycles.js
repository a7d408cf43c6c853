/**
 * An ESLint rule: no file of `src` imports itself through others. Imports of types count, dynamic
 * imports don't. Svelte files are read like the rest, which plugins for this purpose don't do.
 */
import fs from 'node:fs';
import path from 'node:path';

const IMPORT =
  /^\s*(?:import|export)\s[^'"]*?from\s+['"](\.[^'"?]+)['"]|^\s*import\s+['"](\.[^'"?]+)['"]/gm;
const ENDINGS = ['', '.ts', '.svelte.ts'];

/** The files that a file imports, read once a run. */
const imports = new Map();

function importsOf(file) {
  const known = imports.get(file);
  if (known) return known;
  const found = [];
  for (const match of fs.readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const base = path.resolve(path.dirname(file), match[1] ?? match[2]);
    const target = ENDINGS.map((ending) => base + ending).find((one) => fs.existsSync(one));
    if (target && /\.(ts|svelte)$/.test(target)) found.push(target);
  }
  imports.set(file, found);
  return found;
}

/** The shortest way from a file back to itself; null when there is none. */
function cycleFrom(file) {
  const cameFrom = new Map();
  const queue = [file];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    for (const next of importsOf(one)) {
      if (next === file) {
        const way = [file];
        for (let at = one; at !== file; at = cameFrom.get(at)) way.unshift(at);
        return [file, ...way];
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, one);
        queue.push(next);
      }
    }
  }
  return null;
}

export default {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      const cycle = cycleFrom(context.filename);
      if (!cycle) return;
      const names = cycle.map((file) => path.relative(path.join(context.cwd, 'src'), file));
      context.report({ node, message: `Import cycle: ${names.join(' → ')}` });
    },
  }),
};
