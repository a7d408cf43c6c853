/** An ESLint rule: a file of more than 300 lines says at its top why it is not split. */
const MOST = 300;
const REASON = /Over 300 lines: \w/;
/** The reason is in the comment at the top. */
const TOP = 6;

export default {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      const lines = context.sourceCode.text.trimEnd().split('\n');
      if (lines.length <= MOST || REASON.test(lines.slice(0, TOP).join('\n'))) return;
      const message = `${lines.length} lines: split the file, or write "Over 300 lines: …" at its top.`;
      context.report({ node, message });
    },
  }),
};
