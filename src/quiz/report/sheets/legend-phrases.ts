/** Words, formulas and sources that the report stands on, as its last sheet gives them. */
export const legendPhrases = {
  name: '说明',
  title: '名词、算法和出处',
  columns: { term: '名词', how: '怎么算', source: '出处' },
  rows: [
    ['应参加人数', '名单上的人数，或组织单位给出的各单位人数。', ''],
    ['参加人数', '至少有一份答卷已收卷的人。到时间自动收卷的也算。', ''],
    ['计入成绩的答卷', '每人每关一份：按活动规则取最好或最后的一份。得分、题目分析、薄弱点都用它。', ''],
    [
      '不满5人不列',
      '单位参加不满5人时不列平均分、及格率和等次，免得看出个人成绩。只有一个这样的单位，或它们合计不满5人时，区县的成绩也不含它们，免得相减得出；公开版的总体数字也一样。存档用的一份列有每个人的成绩，总体数字含全体。',
      'L. Willenborg, T. de Waal, Elements of Statistical Disclosure Control, 2001',
    ],
    ['标准差', '离差平方和 ÷（人数−1），开平方。', ''],
    [
      '信度（克龙巴赫α）',
      'k÷(k−1)×(1−各题方差之和÷总分方差)，k为题数。只在人人答同样的题时算。',
      'L. Cronbach, Psychometrika 16 (1951) 297–334',
    ],
    [
      '测量标准误',
      '总分标准差×√(1−α)：一个人的得分在他真实水平上下偶然摆动的标准差。两人之差的标准差是它的√2倍，95%的界限是它的1.96×√2≈2.8倍。',
      'F. Lord, M. Novick, Statistical Theories of Mental Test Scores, 1968',
    ],
    [
      '得分率（题目）',
      '这道题的平均得分 ÷ 满分。95%及以上太容易，5%及以下太难。',
      'Moodle, Quiz statistics calculations；Quiz statistics report',
    ],
    [
      '区分度',
      '这道题的得分与本卷其余题得分率的相关系数（对错题即校正的点二列相关），−1至1；低于0.2偏低（太容易、太难的题本来就低，不提示），负数说明水平高的人反而答错。',
      'Moodle, Quiz statistics calculations；Quiz statistics report',
    ],
    [
      '区分效率',
      '上述协方差 ÷ 这些分数可能达到的最大协方差，最大为1。',
      'Moodle, Quiz statistics calculations',
    ],
    [
      '高分组、低分组',
      '总分最高和最低的27%。好的题目，高分组选正确答案的多，低分组选错误选项的多。高分组选某个错误选项的比例比低分组高出1.96个标准误以上才提示。',
      'T. Kelley, J. Educational Psychology 30 (1939) 17–24',
    ],
    [
      '几乎无人选的选项',
      '选的人不到5%（30人以上才判断）。',
      'T. Haladyna, S. Downing, Educational and Psychological Measurement 53 (1993) 999–1010',
    ],
    [
      '薄弱点',
      '某单位某类题得到的分 ÷ 可得的分。作废的题、题库里已没有的题不计。“得分率最低的章”只列答题满30人次的章。',
      '',
    ],
    [
      '答卷相同',
      '题目相同、选择完全相同，且至少同样答错3道。答对的相同说明不了什么。',
      'W. Angoff, J. American Statistical Association 69 (1974) 44–49',
    ],
    [
      '错处雷同',
      '只比同单位两人共有的题。两人都答错的题，各自作答时错得一样的概率取全场各种错法占比的平方和；由此算出错得一样达到这么多道的概率（广义二项分布），乘以比较的对数以后小于0.01才列出。判断题错法只有一种，不起作用。',
      'D. Harpp, J. Hogan, J. Chemical Education 70 (1993) 306–311；W. van der Linden, L. Sotaridona, J. Educational and Behavioral Statistics 31 (2006) 283–304',
    ],
    [
      '网络和浏览器相同',
      '加入时网络地址和浏览器型号的加密摘要相同。同一单位往往共用一个网络出口、电脑也一样，所以看不出是不是同一台设备。Telegram 等渠道看不到，就没有这项提示。',
      '',
    ],
    [
      '账本',
      '每次开始、作答、收卷、改判各记一条，每条带前一条的校验码（SHA-256），改动或删去任何一条都查得出来。',
      '',
    ],
  ],
} as const;
