/** Debian's Chromium, as .ci/install-browser.sh puts it there, and how it starts as root without looking for a network. */
export const executablePath = '/usr/bin/chromium';

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
