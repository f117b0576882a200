import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { evaluateAnswers } from '../../src/evaluation/answers.ts';
import { messageOf, text } from '../../src/message/message.ts';

const say = (content: string, status: Answer['status'] = 'answered'): Answer => ({
  status,
  message: messageOf([text(content, [1])], {
    sources: [{ passage: 'civil-code/1', title: '', law: '民法典', article: 1, quote: '' }],
    card: { title: '卡', fee: '免费', phone: [] },
  }),
});

it('counts as correct what was answered and holds every string, the card included', async () => {
  const answers: Record<string, Answer> = {
    全: say('七日内审查'),
    缺: say('七日内'),
    不知: say('七日内审查', 'no-source'),
  };
  const records = Object.keys(answers).map((question) => ({
    question,
    answer_must_contain: ['七日', '审查', '免费'],
  }));
  const { figures, lines, missed } = await evaluateAnswers(records, async (question) => answers[question]!);
  expect(figures).toEqual({
    questions: 3,
    answered: 2,
    correct: 1,
    answeredShare: 2 / 3,
    correctShare: 1 / 3,
  });
  expect(missed).toEqual([
    { id: '2', question: '缺', missing: ['审查'] },
    { id: '3', question: '不知', missing: [] },
  ]);
  expect(lines[0]).toEqual({
    id: '1',
    status: 'answered',
    text: '七日内审查[1]\n\n【卡】\n费用：免费',
    sources: answers.全!.message.sources,
  });
});

it('keeps the ids of the records, and divides by no zero', async () => {
  const { lines } = await evaluateAnswers(
    [{ id: 'f-1', question: '问', answer_must_contain: ['x'] }],
    async () => say('x'),
  );
  expect(lines[0]?.id).toBe('f-1');
  expect((await evaluateAnswers([], async () => say(''))).figures).toMatchObject({
    answeredShare: 0,
    correctShare: 0,
  });
});
