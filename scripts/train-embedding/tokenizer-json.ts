import { type Vocabulary, wordScores } from './vocabulary.ts';

/** Tokens before the words of the vocabulary: word i is token i + SPECIAL_TOKENS.length. */
export const SPECIAL_TOKENS = ['[PAD]', '[UNK]'] as const;

/** Longer texts are cut by the pipeline; the model itself has no limit. */
const MAX_TOKENS = 4096;

/** tokenizer.json of Hugging Face tokenizers: a unigram model over the vocabulary. */
export function tokenizerJson(vocabulary: Vocabulary) {
  const scores = wordScores(vocabulary);
  // The tokenizer charges the lowest score of all, less ten, for an unknown character: keep it that of a word.
  const lowest = scores.reduce((a, b) => Math.min(a, b));
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL_TOKENS.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFKC' }, { type: 'Lowercase' }] },
    pre_tokenizer: null,
    post_processor: null,
    decoder: null,
    model: {
      type: 'Unigram',
      unk_id: SPECIAL_TOKENS.indexOf('[UNK]'),
      byte_fallback: false,
      vocab: [
        ...SPECIAL_TOKENS.map((token) => [token, lowest]),
        ...vocabulary.words.map((word, i) => [word, scores[i]]),
      ],
    },
  };
}

export function tokenizerConfig() {
  return {
    tokenizer_class: 'PreTrainedTokenizerFast',
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    model_max_length: MAX_TOKENS,
  };
}
