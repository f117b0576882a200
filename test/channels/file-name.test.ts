import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from '../../src/channels/file-name.ts';

it('keeps an ordinary name as it is', () => {
  for (const name of ['证书-春季竞赛.png', '成绩单 (2).pdf', 'a.tar.gz']) expect(fileName(name)).toBe(name);
});

it('stays in its folder and short enough for every disk, whatever it is called', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('../', '/', '\\', '.', ';', '"', '\r\n', '长'.repeat(90)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const name = fileName(parts.join(''));
      expect(basename(join('/folder', name))).toBe(name);
      expect(name).not.toMatch(/^\.|[\r\n;"/\\]|\0/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(230);
    }),
  );
});
