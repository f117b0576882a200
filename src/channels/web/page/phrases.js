export const phrases = {
  sending: '正在发送……',
  opening: '正在打开……',
  question: {
    offline: '没有连上服务器，请检查网络后再试一次。着急的话可以拨打12348。',
    broken: '回答没有传完，请再问一次。着急的话可以拨打12348。',
  },
  paper: {
    offline: '没有连上服务器，刚才这一下可能没有记上。请检查网络，再点一次；前面答过的都在。',
    broken: '网络断了一下，刚才这一下可能没有记上。请再点一次；前面答过的都在。',
  },
  yourQuestion: '您问：',
  timeOver: '时间到',
  collecting: '时间到了，请稍等……',
  renewed: '时间到了，页面已经更新。',
  fiveMinutes: '还有五分钟。',
  oneMinute: '还有一分钟。',
  speak: '朗读',
  stop: '停止朗读',
  cannotSpeak: '这台设备暂时不能朗读。',
};
