import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addScaled, type Matrix, rowOf, zeros } from './matrix.ts';
import { encodeOnnx } from './onnx.ts';
import { quantise } from './quantise.ts';
import { SPECIAL_TOKENS, tokenizerConfig, tokenizerJson } from './tokenizer-json.ts';
import type { Vocabulary } from './vocabulary.ts';

const FAINT = 1e-5;

/** Writes a folder that `pipeline('feature-extraction', directory, { dtype: 'q8' })` of transformers.js reads. */
export async function exportModel(directory: string, vocabulary: Vocabulary, table: Matrix): Promise<void> {
  const withSpecial = zeros(SPECIAL_TOKENS.length + table.rows, table.columns);
  rowOf(withSpecial, SPECIAL_TOKENS.indexOf('[UNK]')).set(unknownRow(table));
  withSpecial.data.set(table.data, SPECIAL_TOKENS.length * table.columns);
  const config = {
    // Any model with one output that mean pooling reads; transformers.js has no name for a static table.
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: table.columns,
    vocab_size: withSpecial.rows,
  };
  await mkdir(join(directory, 'onnx'), { recursive: true });
  await writeFile(join(directory, 'onnx/model_quantized.onnx'), encodeOnnx(quantise(withSpecial)));
  await writeFile(join(directory, 'tokenizer.json'), JSON.stringify(tokenizerJson(vocabulary)));
  await writeFile(join(directory, 'tokenizer_config.json'), JSON.stringify(tokenizerConfig(), null, 2));
  await writeFile(join(directory, 'config.json'), JSON.stringify(config, null, 2));
}

/**
 * A direction near no passage (the opposite of the average word), so faint that known words drown it. With a zero
 * row the pipeline would divide zero by zero for a text of unknown characters alone.
 */
function unknownRow(table: Matrix): Float32Array {
  const row = new Float32Array(table.columns);
  for (let i = 0; i < table.rows; i++) addScaled(row, rowOf(table, i), -FAINT / table.rows);
  return row;
}
