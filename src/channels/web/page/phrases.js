export const phrases = {
  sending: '正在发送……',
  opening: '正在打开……',
  offline: '没有连上服务器，请检查网络后再试一次。着急的话可以拨打12348。',
  broken: '回答没有传完，请再问一次。着急的话可以拨打12348。',
  yourQuestion: '您问：',
  timeOver: '时间到',
  collecting: '时间到了，正在收卷……',
  fiveMinutes: '还有五分钟。',
  oneMinute: '还有一分钟。',
  speak: '朗读',
  stop: '停止朗读',
  cannotSpeak: '这台设备暂时不能朗读。',
};
