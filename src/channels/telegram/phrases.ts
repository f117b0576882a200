/** What only a citizen in Telegram reads. */
export const phrases = {
  sources: '依据',
  wordsOnly: '我现在只看得懂文字，请把问题打字发给我。',
  elsewhere: '这件事请到和我的私聊里办，成绩和记录只给您自己看。',
  openPrivate: '打开私聊',
} as const;
