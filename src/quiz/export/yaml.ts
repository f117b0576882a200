import { bankYaml } from '../bank-yaml.ts';
import type { BankWriter } from './bank-writer.ts';

/** The project's own format, marked as imported so that nothing need be invented on the way back. */
export const yaml: BankWriter = {
  format: 'yaml',
  extension: '.yaml',
  write: async (items, head) =>
    Buffer.from(bankYaml({ ...head, source: `${head.bank}.yaml` }, items.map(written))),
};

const written = ({ book, article, ...item }: Parameters<BankWriter['write']>[0][number]) => ({
  ...item,
  ...(book !== null && { book }),
  ...(article !== null && { article }),
});
